import "../styles/doors.css";
import { lazy, Suspense, useEffect } from "react";
import type { Door } from "../core/route";
import { ClaimMailPage } from "../components/account/ClaimMail";
import { LoginPage } from "../components/account/Login";
import { AskingPage } from "../components/account/Asking";
import { RegisterPage } from "../components/account/Register";
import { AskReset, ChoosePassword } from "../components/account/Reset";
import { VerifyPage } from "../components/account/Verify";
import { Skeleton } from "../components/States";

const AccountPage = lazy(() => import("./Account"));
const DeskPage = lazy(() => import("./Desk"));
const NewsPage = lazy(() => import("./News"));
const PrivacyPage = lazy(() => import("./Privacy"));

/** The pages of an account. The secret of a link leaves the address at once: it shall not stay in the history, nor be shared. */
export default function DoorPage({ page, query, secret }: { page: Door; query: string; secret: string }) {
  useEffect(() => {
    if (secret) history.replaceState(history.state, "", location.pathname + location.search);
  }, [secret]);
  if (page === "login") return <LoginPage query={query} />;
  if (page === "register") return <RegisterPage query={query} />;
  if (page === "verify") return <VerifyPage secret={secret} />;
  if (page === "claim-mail") return <ClaimMailPage secret={secret} />;
  if (page === "opt-out" || page === "correct") return <AskingPage page={page} query={query} secret={secret} />;
  if (page === "reset") return secret ? <ChoosePassword secret={secret} /> : <AskReset />;
  return <Suspense fallback={<Skeleton lines={12} className="door-waiting" />}>{page === "account" ? <AccountPage secret={secret} /> : page === "news" ? <NewsPage /> : page === "desk" ? <DeskPage query={query} /> : <PrivacyPage />}</Suspense>;
}
