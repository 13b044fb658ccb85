import "../styles/privacy.css";
import { useTitle } from "../components/hooks";
import { Link } from "../components/To";

/** What is stored about users; the same table stands in the documentation of accounts, and a test holds the two together. */
const STORED = [
  ["Mail address, name, password hash, ORCID iD", "to log in, to write to the user", "the account is deleted"],
  ["Sessions: what the browser calls itself, when it was used", "to be logged in; to see and end them", "they end"],
  ["Links sent by mail", "to show that an address is one’s own", "used, or a day"],
  ["Tokens: name, scopes, last use", "programs", "revoked, or the account is deleted"],
  ["Follows", "to follow", "unfollowed, or the account is deleted"],
  ["News: when one saw them, digest of the feed’s address", "to tell what is new since then", "the account is deleted"],
  ["Claims: message, evidence (addresses of mail and of pages that were shown, works in common), proved iD, reason", "to decide; to explain the decision", "the account is deleted, but for the state"],
  ["Owner’s words: a line, a name, links, openness to collaborate", "to be shown on the record, marked as the owner’s", "taken back, the claim ends, or the account is deleted"],
  ["Confirmed works, and confirmed records of co-authors", "to count in the trust of a record", "taken back, the claim ends, or the account is deleted"],
  ["Disowned works, with the reasons", "so that everybody sees what sources state and the owner denies", "taken back, or the claim is revoked; an account that is deleted leaves them"],
  ["Proposals and requests: reason, mail address of who has no account, the moderator’s words", "to decide; to tell who asked", "the address: decided, or a day unconfirmed; what it says of who opted out: at once; the rest stays without the name of a deleted user"],
  ["Reports: reason, words, the moderator’s words", "to decide; to tell who reported", "the account is deleted"],
  ["Invitations: to whom, purpose, topic, works, message", "to reach the owner of a record", "the sender’s account is deleted"],
  ["Conversations: messages, how far one has read, muted or not", "to talk; each of the two can read them, and moderators while a report of it by one of them is open, which is written down", "the account of who wrote them is deleted"],
  ["Blocks", "not to be reached", "taken back, or one of the two accounts is deleted"],
  ["Audit: who did what, when and to what, by ids", "to explain what happened", "it stays; the id of a deleted user leads nowhere"],
] as const;

/** What is stored about those who use the site, why, and for how long. */
export default function PrivacyPage() {
  useTitle("Privacy · BZPEER");
  return (
    <div className="privacy">
      <h1>Privacy</h1>
      <p className="lede">What this site stores about those who use it, why, and for how long. Whoever only reads needs no account, and leaves nothing in the store of accounts.</p>
      <h2>With an account</h2>
      <table className="stored">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Why</th>
            <th scope="col">Until</th>
          </tr>
        </thead>
        <tbody>
          {STORED.map(([what, why, until]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td data-head="Why">{why}</td>
              <td data-head="Until">{until}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Passwords are stored as hashes only; of sessions, links and tokens there are digests only. Who follows something is not public, how many do is. <Link path="account">Your account</Link> has all that is stored about you as a file, and the way to delete it.
      </p>
      <h2>Cookies</h2>
      <p>One that says who is logged in: it ends with logging out, after 14 days without use, and after 60 days in any case. Another stays for a year where one has logged in with a password: it lets nobody in, but shows at the next login that one was here, so that wrong attempts of others lock nobody out. While one logs in with ORCID, one more, for ten minutes. None can be read by a script. There are no others, and nobody else is told of a visit.</p>
      <h2>In this browser only</h2>
      <p>The reading list, the colours, hidden suggestions, kept views of the explorer and the history of the console stay in this browser, and are never sent. Clearing the data of the site removes them.</p>
      <h2>With every request</h2>
      <p>The log of the server names the address that was asked for and the network address of the client; how long it is kept is up to those who run this site. To limit attempts, network addresses are counted in memory for an hour at most.</p>
      <h2>Those whom the graph describes</h2>
      <p>What stands on the pages of people comes from public sources, each named at the foot of the page; what the owner of a record says of themselves is marked as theirs. It is apart from the accounts, and stays when an account is deleted.</p>
    </div>
  );
}
