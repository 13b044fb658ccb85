import "../styles/desk.css";
import { Desk } from "../components/desk/Desk";
import { Members } from "../components/account/Members";
import { DoorFrame } from "../components/account/parts";
import { Link } from "../components/To";

/** Where moderators decide; others are told so. */
export default function DeskPage({ query }: { query: string }) {
  return (
    <Members next={`/desk${query}`} lede="Log in to come to the moderators’ desk." lost="The desk could not be opened.">
      {(user) => (user.role === "moderator" ? <Desk query={query} /> : <NotYours />)}
    </Members>
  );
}

function NotYours() {
  return (
    <DoorFrame title="Moderators’ desk" lede="Only moderators decide here, and you are none. What you have asked for yourself stands in your account.">
      <ul className="door-ways">
        <li>
          <Link path="account">Your account</Link>
        </li>
      </ul>
    </DoorFrame>
  );
}
