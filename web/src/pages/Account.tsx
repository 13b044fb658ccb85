import "../styles/account.css";
import "../styles/news.css";
import { useState } from "react";
import { entered } from "../core/account";
import { change } from "../core/api/client";
import { forget } from "../core/api/resource";
import type { Account, AccountUser, Said } from "../core/api/types";
import { useTitle } from "../components/hooks";
import { useTold } from "../components/account/hooks";
import { Claims } from "../components/account/Claims";
import { Follows } from "../components/account/Follows";
import { Identity, Password } from "../components/account/Identity";
import { Leaving } from "../components/account/Leaving";
import { Members } from "../components/account/Members";
import { DoorFrame, Done } from "../components/account/parts";
import { OwnPages } from "../components/account/OwnPages";
import { Proposals } from "../components/account/Proposals";
import { Sessions } from "../components/account/Sessions";
import { Tokens } from "../components/account/Tokens";
import { Feed } from "../components/news/Feed";
import { Link } from "../components/To";

/** One's account: who one is, where one is logged in, tokens, and the way out. `secret` is that of a link to a mail address. */
export default function AccountPage({ secret }: { secret: string }) {
  const [gone, setGone] = useState<string | null>(null);
  const leave = (says: string): void => {
    setGone(says);
    entered(null);
    forget();
  };
  if (gone) return <Gone says={gone} />;
  return (
    <Members next="/account" lede="Log in to see your account." lost="Your account could not be opened.">
      {(user, ways) => <Mine user={user} ways={ways} secret={secret} onGone={leave} />}
    </Members>
  );
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

function Mine({ user, ways, secret, onGone }: { user: AccountUser; ways: Account["ways"]; secret: string; onGone: (says: string) => void }) {
  const { told, run } = useTold();
  useTitle("Your account · BZPEER");
  const logOut = (): void =>
    run(async () => {
      onGone((await change<Said>("POST", "account/logout")).says);
      return "";
    });
  return (
    <div className="account">
      <OwnPages open="account" />
      <header className="account-head">
        <h1>Your account</h1>
        <button type="button" className="button" onClick={logOut}>
          Log out
        </button>
      </header>
      <p role="status" className="owned-told">
        {told}
      </p>
      <Identity user={user} ways={ways} secret={secret} />
      <Claims />
      <Proposals />
      <Follows />
      <Feed />
      <Sessions />
      <Tokens />
      <Password user={user} />
      <Leaving user={user} onGone={onGone} />
    </div>
  );
}
