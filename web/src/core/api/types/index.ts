/** The answers of the HTTP API, field by field as the modules of `graph/answers/` promise them. Null means not known, never zero. */

export type * from "./parts";
export type * from "./people";
export type * from "./slices";
export type * from "./rankings";
export type * from "./things";
