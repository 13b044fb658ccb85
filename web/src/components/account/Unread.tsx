import "../../styles/unread.css";
import { useEffect } from "react";
import { unread } from "../../core/account";
import { ApiError } from "../../core/api/client";
import { askUnread } from "../../core/talks";
import { useStore } from "../../core/store";

/** How often is asked while the page is looked at. */
const EVERY = 60_000;

/** The number at one's account of what waits; its words stand in the name of the link. */
export default function Unread() {
  const waiting = useStore(unread);
  useEffect(() => {
    const ask = (): void => {
      if (document.hidden) return;
      askUnread().catch((reason: unknown) => {
        if (reason instanceof ApiError && reason.status === 401) stop(); // Otherwise the number is that of before.
      });
    };
    const stop = (): void => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
      unread.update(() => 0);
    };
    const timer = setInterval(ask, EVERY);
    document.addEventListener("visibilitychange", ask);
    ask();
    return stop;
  }, []);
  if (!waiting) return null;
  return <span className="unread" data-number={waiting > 99 ? "99+" : waiting} />; // drawn by the style sheet: it is no text of the link
}
