import { MathText } from "./MathText";
import { To } from "./To";

/** The title of a paper, which leads to its page. */
export function PaperTitle({ paper: { id, title } }: { paper: { id: string; title: string | null } }) {
  return (
    <To kind="Paper" id={id}>
      <MathText text={title ?? "Title not imported"} />
    </To>
  );
}
