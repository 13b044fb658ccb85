import "../styles/account.css";
import "../styles/doors.css";
import "../styles/messages.css";
import { Members } from "../components/account/Members";
import { Inbox } from "../components/messages/Inbox";
import { TalkPage } from "../components/messages/Talk";

/** What others and the user write to each other: all of it, or one conversation. */
export default function MessagesPage({ id }: { id: string }) {
  return (
    <Members next={id ? `/messages/${id}` : "/messages"} lede="Log in to see your messages." lost="Your messages could not be opened.">
      {() => (id ? <TalkPage id={id} /> : <Inbox />)}
    </Members>
  );
}
