import { createStore } from "./store";

/** Whether answers can be had: the device has no network, or the server was asked in vain. */
export type Reach = "ok" | "offline" | "unreachable";

const inBrowser = typeof window !== "undefined";
const connected = (): boolean => !inBrowser || navigator.onLine;

/** What is known of the way to the server; the last request tells, and the browser when the network goes or comes. */
export const reach = createStore<Reach>(connected() ? "ok" : "offline");

/** Say how the last request went: `arrived` when the server answered anything at all. */
export function tellReach(arrived: boolean): void {
  reach.update(() => (arrived ? "ok" : connected() ? "unreachable" : "offline"));
}

if (inBrowser) {
  addEventListener("online", () => reach.update(() => "ok"));
  addEventListener("offline", () => reach.update(() => "offline"));
}
