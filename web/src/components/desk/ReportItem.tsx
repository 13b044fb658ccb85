import { change } from "../../core/api/client";
import type { DeskReport } from "../../core/api/types";
import { REPORT_REASONS, REPORTED } from "../../core/account/reports";
import { date } from "../../core/format";
import { Decide } from "./Decide";
import { Facts, History, Owners, Record, Said, Who } from "./parts";
import { Reported } from "./Reported";

/** What a user reports. */
export function ReportItem({ item: { report, user, owners, history }, done }: { item: DeskReport; done: (says: string) => Promise<void> }) {
  const name = report.person?.label ?? REPORTED[report.about];
  const record = report.about === "person";
  const close = async (_: string, words: string): Promise<void> => {
    await change("POST", `desk/reports/${report.id}`, { words });
    await done("The report was closed.");
  };
  return (
    <li className="desk-item">
      <h3 tabIndex={-1}>
        {REPORT_REASONS[report.reason].short}: <span dir="auto">{name}</span>
      </h3>
      <p className="quiet">
        {report.state === "open" ? "Waits" : "Closed"} since {date(report.changed_at)}
      </p>
      <Facts
        rows={[
          ["Who reports", <Who key="who" user={user} />],
          ...(record ? [["Record", <Record key="record" of={report.person} />] as const] : []),
          [record ? "Owner" : "Who wrote it", <Owners key="owners" users={owners} />],
        ]}
      />
      {report.words && <Said>{report.words}</Said>}
      {report.decision && (
        <p>
          The moderator: <q dir="auto">{report.decision}</q>
        </p>
      )}
      {report.about === "conversation" && report.state === "open" && <Reported report={report.id} who={user?.name ?? "somebody"} />}
      <History lines={history} />
      <Decide about={`report of ${user?.name ?? "somebody"} on ${name}`} steps={report.state === "open" ? [{ name: "close", label: "Close the report", main: true }] : []} to={`${user?.name ?? "Who reported it"} is told by mail.`} send={close} />
    </li>
  );
}
