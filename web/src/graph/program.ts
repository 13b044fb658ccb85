import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { FRAGMENT, VERTEX } from "./program.glsl";
import type { Palette } from "./palette";
import { drawn, type Picking } from "./picking";
import { SHAPES } from "./shapes";

/** What a node of this program carries beside sigma's own display data. */
export interface KindDisplay extends NodeDisplayData {
  /** `index` of its shape. */
  shape: number;
  /** Colour of the ring around it; an empty text for none. */
  ring: string;
}

const CELL = 64;
const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix", "u_surface", "u_glyphs"] as const;

/** The glyphs of the four kinds side by side, white on nothing. */
function glyphs(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = CELL * 4;
  canvas.height = CELL;
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  context.strokeStyle = "white";
  context.lineWidth = 2;
  context.lineCap = context.lineJoin = "round";
  for (const { glyph, index } of Object.values(SHAPES)) {
    context.setTransform(CELL / 24, 0, 0, CELL / 24, index * CELL, 0);
    context.stroke(new Path2D(glyph));
  }
  return canvas;
}

function texture(gl: WebGLRenderingContext | WebGL2RenderingContext): WebGLTexture | null {
  const made = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, made);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, glyphs());
  gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return made;
}

/** A node program that draws each kind in its shape with its glyph, a rim in the page's colour and, when asked, a ring. */
export function createKindProgram(palette: () => Palette, picking: Picking) {
  return class KindProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
    atlas: WebGLTexture | null = null;

    override render(params: RenderParams) {
      drawn(this, picking, () => super.render(params));
    }

    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_shape", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_ring", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
      };
    }

    processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData) {
      const { shape, ring } = data as KindDisplay;
      const { array } = this;
      let i = start;
      array[i++] = data.x;
      array[i++] = data.y;
      array[i++] = data.size;
      array[i++] = shape;
      array[i++] = floatColor(data.color);
      array[i++] = ring ? floatColor(ring) : 0;
      array[i++] = nodeIndex;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations, isPicking }: ProgramInfo) {
      gl.uniform1f(uniformLocations.u_correctionRatio ?? null, params.correctionRatio);
      gl.uniform1f(uniformLocations.u_sizeRatio ?? null, params.sizeRatio);
      gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix);
      if (isPicking) return;
      const [r, g, b] = palette().surface;
      gl.uniform3f(uniformLocations.u_surface ?? null, r / 255, g / 255, b / 255);
      this.atlas ??= texture(gl);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, this.atlas);
      gl.uniform1i(uniformLocations.u_glyphs ?? null, 0);
    }
  };
}
