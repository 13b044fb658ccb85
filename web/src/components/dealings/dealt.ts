import type { Account, PersonProfile, Standing } from "../../core/api/types";

/** What every part of the panel “Identity and collaboration” is given. */
export interface Dealt {
  person: PersonProfile;
  /** Whose the record is, as the one who looks sees it. */
  standing: Standing;
  account: Account;
  /** Ask anew what rests on the record's owner, here and in the rest of the page. */
  changed: () => Promise<void>;
}
