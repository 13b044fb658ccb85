import type { ReactNode } from "react";
import type { Account, AccountUser } from "../../core/api/types";
import { Failure, Skeleton } from "../States";
import { useMe } from "./hooks";
import { LoginPage } from "./Login";

interface MembersProps {
  /** Where to come back to after logging in, and why to log in. */
  next: string;
  lede: string;
  /** What is said when it cannot be told who is logged in. */
  lost: string;
  children: (user: AccountUser, ways: Account["ways"]) => ReactNode;
}

/** A page for who is logged in; for a visitor, the way in. */
export function Members({ next, lede, lost, children }: MembersProps) {
  const { now, asked, error, ask } = useMe(true);
  if (now?.user) return children(now.user, now.ways);
  if (error) return <Failure error={error} retry={ask} what={lost} />;
  if (!now || !asked) return <Skeleton lines={12} className="door-waiting" />;
  return <LoginPage query="" next={next} lede={lede} />;
}
