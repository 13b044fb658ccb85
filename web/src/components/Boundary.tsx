import { Component, type ReactNode, Suspense } from "react";

interface BoundaryProps {
  children: ReactNode;
  /** What stands there when it failed; without it, a sentence and the way on. */
  instead?: ReactNode;
  /** What is shown: something else is tried anew. */
  of?: string;
}

/** Keeps the rest of the page when a part of it fails, as when its program cannot be fetched. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (this.state.failed && before.of !== this.props.of) this.setState({ failed: false });
  }

  override render(): ReactNode {
    const { children, instead = <Failed /> } = this.props;
    return this.state.failed ? instead : children;
  }
}

/** A part whose program is fetched when it is needed: `waiting` stands there till then, `instead` when it cannot be had. */
export function Later({ waiting, instead, children }: { waiting?: ReactNode; instead?: ReactNode; children: ReactNode }) {
  return (
    <Boundary instead={instead}>
      <Suspense fallback={waiting}>{children}</Suspense>
    </Boundary>
  );
}

function Failed() {
  return (
    <div className="failure" role="alert">
      <p className="failure-what">This part of the page could not be shown.</p>
      <p>The site may have changed since the page was opened, or the network is gone.</p>
      <p className="failure-foot">
        <button type="button" className="button" onClick={() => location.reload()}>
          Reload the page
        </button>
      </p>
    </div>
  );
}
