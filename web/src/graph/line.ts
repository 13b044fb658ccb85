import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { FRAGMENT, VERTEX } from "./line.glsl";
import { drawn, type Picking } from "./picking";

/** What an edge of this program carries beside sigma's own display data. */
export interface LineDisplay extends EdgeDisplayData {
  /** Drawn in dashes. */
  dashed: boolean;
}

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_pixelRatio"] as const;

/**
 * An edge program that draws smooth thin lines, and dashes where asked. Sigma's own loses parts of lines of one pixel,
 * so that every line looks dashed.
 */
export function createLineProgram(picking: Picking) {
  return class LineProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
    override render(params: RenderParams) {
      drawn(this, picking, () => super.render(params));
    }

    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_start", size: 2, type: FLOAT },
          { name: "a_end", size: 2, type: FLOAT },
          { name: "a_width", size: 1, type: FLOAT },
          { name: "a_dashed", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: "a_along", size: 1, type: FLOAT },
          { name: "a_side", size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: [
          [0, 1],
          [0, -1],
          [1, 1],
          [1, 1],
          [0, -1],
          [1, -1],
        ],
      };
    }

    processVisibleItem(edgeIndex: number, start: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData) {
      const { array } = this;
      let i = start;
      array[i++] = source.x;
      array[i++] = source.y;
      array[i++] = target.x;
      array[i++] = target.y;
      array[i++] = data.size;
      array[i++] = (data as LineDisplay).dashed ? 1 : 0;
      array[i++] = floatColor(data.color);
      array[i++] = edgeIndex;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio ?? null, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio ?? null, params.correctionRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio ?? null, params.pixelRatio);
    }
  };
}
