/**
 * Shaders of the edge program. An edge is a rectangle a little wider than its line; the fragment shader works in pixels
 * of the page from the middle of the line (`v_side`) and from its beginning (`v_along`).
 */
export const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_width;
attribute float a_dashed;
attribute float a_along;
attribute float a_side;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying float v_half;
varying float v_side;
varying float v_along;
varying float v_dashed;

const float bias = 255.0 / 254.0;

void main() {
  float pixel = 2.0 * u_correctionRatio; // one pixel of the page in units of the drawing
  vec2 line = a_end - a_start;
  float span = length(line);
  vec2 normal = span > 0.0 ? vec2(-line.y, line.x) / span : vec2(0.0);

  v_half = max(a_width / u_sizeRatio, 1.0) / 2.0;
  #ifdef PICKING_MODE
  float reach = v_half + 2.5; // a thin line is hard to meet
  v_color = a_id;
  #else
  float reach = v_half + 1.0;
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_side = a_side * reach;
  v_along = a_along * span / pixel;
  v_dashed = a_dashed;
  vec2 place = mix(a_start, a_end, a_along) + normal * v_side * pixel;
  gl_Position = vec4((u_matrix * vec3(place, 1.0)).xy, 0.0, 1.0);
}
`;

export const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_half;
varying float v_side;
varying float v_along;
varying float v_dashed;

uniform float u_pixelRatio;

float within(float distance, float size) {
  return clamp((size - distance) * u_pixelRatio + 0.5, 0.0, 1.0);
}

void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float dash = mix(1.0, within(abs(mod(v_along, 7.0) - 3.5), 2.0), v_dashed);
  gl_FragColor = v_color * within(abs(v_side), v_half) * dash;
  #endif
}
`;
