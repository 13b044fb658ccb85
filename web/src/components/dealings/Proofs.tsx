import { useState } from "react";
import { filled, isAddress } from "../../core/account/fields";
import { change } from "../../core/api/client";
import type { ClaimProofs, Said, UserClaim } from "../../core/api/types";
import { join } from "../../core/format";
import { type Asked, Form } from "../account/Form";
import { usePrivate } from "../account/hooks";
import { Copy } from "../Copy";

const EMAIL: Asked = { name: "email", label: "Your mail address there", type: "email", complete: "off", check: isAddress };
const ADDRESS: Asked = { name: "address", label: "Address of the page", type: "text", complete: "off", check: filled("Give the address of the page: it begins with https://.") };

interface ProofsProps {
  /** Below /api, of the claim. */
  path: string;
  changed: () => Promise<void>;
}

/** What can be added to a claim that waits: a mail address or a page at the domain of a stated institution. */
export function Proofs({ path, changed }: ProofsProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Show that you belong to the institution</summary>
      {open && <Ways path={path} changed={changed} />}
    </details>
  );
}

function Ways({ path, changed }: ProofsProps) {
  const { data, wrong } = usePrivate<ClaimProofs>(path);
  const [said, say] = useState("");
  if (!data) return <p role="status">{wrong}</p>;
  if (data.places.length === 0) return <p>No home page of an institution is known for this person: there is nothing to compare an address with. The moderator reads what you wrote.</p>;
  const domains = [...new Set(data.places.map(({ domain }) => domain))];
  const write = async ({ email }: Record<string, string>): Promise<void> => say((await change<Said>("POST", `${path}/mail`, { email })).says);
  const look = async ({ address }: Record<string, string>): Promise<void> => {
    await change<UserClaim>("POST", `${path}/page`, { address });
    say("The page was read, and is added to what the moderator sees.");
    await changed();
  };
  return (
    <>
      <p>By an address at {join(domains)}, of mail or of a page. The moderator sees it; it decides nothing by itself, since others belong there too.</p>
      <Form fields={[EMAIL]} button="Send a letter there" doing="Sending a letter…" main={false} empty send={write} />
      <p>
        Or put this word on a page there: <code>{data.token}</code> <Copy text={() => data.token} what="the word for the page" />
      </p>
      <Form fields={[ADDRESS]} button="Look at the page" doing="Reading the page…" main={false} empty send={look} />
      <p role="status" className="dealing-told">
        {said}
      </p>
    </>
  );
}
