import "../styles/account.css";
import { useCallback, useEffect, useState } from "react";
import { account, askAccount, entered } from "../core/account";
import { ApiError, change } from "../core/api/client";
import { forget } from "../core/api/resource";
import type { Account, AccountUser, Said } from "../core/api/types";
import { useStore } from "../core/store";
import { useTitle } from "../components/hooks";
import { useTold } from "../components/account/hooks";
import { Follows } from "../components/account/Follows";
import { Identity, Password } from "../components/account/Identity";
import { Leaving } from "../components/account/Leaving";
import { LoginPage } from "../components/account/Login";
import { DoorFrame, Done } from "../components/account/parts";
import { Sessions } from "../components/account/Sessions";
import { Tokens } from "../components/account/Tokens";
import { Failure, Skeleton } from "../components/States";
import { Link } from "../components/To";

/** One's account: who one is, where one is logged in, tokens, and the way out; for a visitor, the way in. */
export default function AccountPage() {
  const now = useStore(account);
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [gone, setGone] = useState<string | null>(null);
  const ask = useCallback(() => {
    setError(null);
    askAccount(true).then(
      () => setAsked(true),
      (reason: unknown) => setError(reason instanceof ApiError ? reason : new ApiError(0, "Something went wrong on this page. Reload it.")),
    );
  }, []);
  useEffect(ask, [ask]);
  const leave = (says: string): void => {
    setGone(says);
    entered(null);
    forget();
  };
  if (error) return <Failure error={error} retry={ask} what="Your account could not be opened." />;
  if (!now || !asked) return <Skeleton lines={12} className="door-waiting" />;
  if (now.user) return <Mine user={now.user} ways={now.ways} onGone={leave} />;
  if (gone) return <Gone says={gone} />;
  return <LoginPage query="" next="/account" lede="Log in to see your account." />;
}

function Gone({ says }: { says: string }) {
  return (
    <DoorFrame title="Goodbye">
      <Done>
        <p>{says}</p>
      </Done>
      <ul className="door-ways">
        <li>
          <Link path="">Start page</Link>
        </li>
        <li>
          <Link path="login">Log in</Link>
        </li>
      </ul>
    </DoorFrame>
  );
}

function Mine({ user, ways, onGone }: { user: AccountUser; ways: Account["ways"]; onGone: (says: string) => void }) {
  const { told, run } = useTold();
  useTitle("Your account · BZPEER");
  const logOut = (): void =>
    run(async () => {
      onGone((await change<Said>("POST", "account/logout")).says);
      return "";
    });
  return (
    <div className="account">
      <header className="account-head">
        <h1>Your account</h1>
        <button type="button" className="button" onClick={logOut}>
          Log out
        </button>
      </header>
      <p role="status" className="owned-told">
        {told}
      </p>
      <Identity user={user} ways={ways} />
      <Follows />
      <Sessions />
      <Tokens />
      <Password user={user} />
      <Leaving user={user} onGone={onGone} />
    </div>
  );
}
