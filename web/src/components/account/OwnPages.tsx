import "../../styles/unread.css";
import { unread } from "../../core/account";
import { useStore } from "../../core/store";
import { Link } from "../To";

const PAGES = [
  ["account", "Account"],
  ["messages", "Messages"],
  ["news", "News"],
] as const;

/** The pages of one's own, beside each other, with the number of messages that wait. */
export function OwnPages({ open }: { open: (typeof PAGES)[number][0] }) {
  const waiting = useStore(unread);
  return (
    <nav aria-label="Your pages">
      <ul className="own-pages">
        {PAGES.map(([path, name]) => (
          <li key={path} data-on={path === open}>
            <Link path={path}>
              {name}
              {path === open && <span className="hidden"> (open)</span>}
              {path === "messages" && waiting > 0 && (
                <>
                  {" "}
                  <span className="unread">
                    {waiting}
                    <span className="hidden"> unread</span>
                  </span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
