import "../../styles/doors.css";
import "../../styles/dealings.css";
import { address, ApiError } from "../../core/api/client";
import { forget } from "../../core/api/resource";
import type { PersonProfile, Standing } from "../../core/api/types";
import { segment } from "../../core/route";
import { useMe, usePrivate } from "../account/hooks";
import { Claim } from "../dealings/Claim";
import { Correct } from "../dealings/Correct";
import type { Dealt } from "../dealings/dealt";
import { Invite } from "../dealings/Invite";
import { Words } from "../dealings/Words";
import { Failure } from "../States";

/** Whose the record is, and what they and others can do with it. */
export default function Dealings({ person }: { person: PersonProfile }) {
  const path = `people/${segment(person.id)}`;
  const standing = usePrivate<Standing>(`${path}/standing`);
  const { now, error: unknown, ask } = useMe();
  const error = unknown ?? (standing.wrong ? new ApiError(0, standing.wrong) : null);
  const again = (): void => {
    ask();
    void standing.reload();
  };
  if (error) return <Failure error={error} retry={again} what="Whose this record is could not be told." />;
  if (!standing.data || !now) return null;
  const changed = async (): Promise<void> => {
    await standing.reload();
    forget(address(`${path}/trust`));
  };
  const dealt: Dealt = { person, standing: standing.data, account: now, changed };
  return (
    <>
      <Claim {...dealt} />
      <Words {...dealt} />
      <Invite {...dealt} />
      <Correct {...dealt} />
    </>
  );
}
