import type { EdgeProgramType, NodeProgramType } from "sigma/rendering";

/**
 * A program that draws nothing, for sigma's own kinds of node and edge and for its layer of hovered nodes: none of them
 * is used here, and making their shaders takes longer than all the rest of the first picture.
 */
class IdleProgram {
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(): void {}
}

export const IdleNodes = IdleProgram as unknown as NodeProgramType;
export const IdleEdges = IdleProgram as unknown as EdgeProgramType;
