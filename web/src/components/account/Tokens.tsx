import { useState } from "react";
import { change } from "../../core/api/client";
import type { AccountToken, AccountTokens, NewToken, Said } from "../../core/api/types";
import { date } from "../../core/format";
import { Copy } from "../Copy";
import { Panel } from "../Panel";
import { Skeleton } from "../States";
import { usePrivate, useTold } from "./hooks";
import { NewTokenForm, SCOPES } from "./NewTokenForm";
import { Done } from "./parts";

/** Tokens for programs: what there are, one more, and one less. */
export function Tokens() {
  const { data, wrong, reload } = usePrivate<AccountTokens>("account/tokens");
  const [made, setMade] = useState<NewToken | null>(null);
  const { told, run } = useTold();
  const keep = async (token: NewToken): Promise<void> => {
    setMade(token);
    await reload();
  };
  const revoke = (id: string): void =>
    run(async () => {
      const { says } = await change<Said>("DELETE", `account/tokens/${id}`);
      if (made?.token.id === id) setMade(null);
      await reload();
      return says;
    });
  return (
    <Panel title="Tokens for programs">
      <p className="quiet owned-about">
        A program sends one as <code>Authorization: Bearer …</code>, and may do what you let it.
      </p>
      {!data && !wrong && <Skeleton lines={2} />}
      {made && <Secret key={made.token.id} made={made} />}
      <ul className="owned">
        {data?.items.map((token) => (
          <Token key={token.id} token={token} revoke={() => revoke(token.id)} />
        ))}
      </ul>
      <p role="status" className="owned-told">
        {told || wrong}
      </p>
      <NewTokenForm onMade={keep} />
    </Panel>
  );
}

/** The secret of a token that was just made. */
function Secret({ made: { token, secret } }: { made: NewToken }) {
  return (
    <Done>
      <p>
        The token “<span dir="auto">{token.name}</span>” was made. Copy it now: it is not shown again.
      </p>
      <p className="token-secret">
        <code>{secret}</code> <Copy text={() => secret} label="Copy" what="the token" className="button button-small" />
      </p>
    </Done>
  );
}

function Token({ token, revoke }: { token: AccountToken; revoke: () => void }) {
  return (
    <li>
      <div>
        <p className="owned-name" dir="auto">
          {token.name}
        </p>
        <p className="quiet">
          may {token.scopes.map((scope) => SCOPES[scope].short).join(", ")}; made on {date(token.created_at)}, {token.used_at ? `used last on ${date(token.used_at)}` : "never used"}
          {token.expires_at && `, ends on ${date(token.expires_at)}`}
        </p>
      </div>
      <button type="button" className="textbutton" onClick={revoke}>
        Revoke<span className="hidden"> {token.name}</span>
      </button>
    </li>
  );
}
