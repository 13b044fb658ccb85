/**
 * Shaders of the node program. A node is one triangle; the fragment shader works in units of the node's radius, with
 * signed distances (negative inside) to the outline of its shape. `v_px` is one pixel of the screen in that unit.
 */
export const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ring;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_point;
varying float v_shape;
varying float v_px;

const float bias = 255.0 / 254.0;
const float reach = 3.4; // corner of the triangle, in radii: its inner circle is 1.7, room for the ring

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 corner = reach * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + radius * corner, 1.0)).xy, 0.0, 1.0);
  v_point = corner;
  v_shape = a_shape;
  v_px = u_sizeRatio / a_size;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  v_ring = a_ring;
  #endif
  v_color.a *= bias;
}
`;

export const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_point;
varying float v_shape;
varying float v_px;

uniform vec3 u_surface;
uniform sampler2D u_glyphs;

const vec4 nothing = vec4(0.0);

float outline(vec2 p, float shape) {
  if (shape < 0.5) return length(p) - 1.0;
  if (shape < 1.5) { // rounded square
    vec2 q = abs(p) - vec2(0.6);
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - 0.28;
  }
  if (shape < 2.5) { // hexagon, a corner up
    vec2 q = abs(p);
    return max(q.x, q.x * 0.5 + q.y * 0.8660254) - 0.93;
  }
  vec2 q = vec2(abs(p.x), p.y); // house: a square body below a roof
  float body = max(q.x - 0.92, -q.y - 0.86);
  float roof = dot(q - vec2(0.0, 1.02), vec2(0.6097, 0.7926));
  return max(body, roof);
}

void main(void) {
  float d = outline(v_point, v_shape);

  #ifdef PICKING_MODE
  gl_FragColor = d > 2.0 * v_px ? nothing : v_color;
  #else
  float inside = 1.0 - smoothstep(-0.5 * v_px, 0.5 * v_px, d);
  float rim = 1.0 - smoothstep(1.0 * v_px, 2.0 * v_px, d);
  float ring = v_ring.a * (1.0 - smoothstep(4.3 * v_px, 5.3 * v_px, d));

  vec2 cell = clamp(vec2(v_point.x, -v_point.y) * 0.4583 + 0.5, 0.02, 0.98); // 24 units hold an outline of radius 11
  float glyph = texture2D(u_glyphs, vec2((cell.x + floor(v_shape + 0.5)) * 0.25, cell.y)).a;
  glyph *= smoothstep(6.0, 8.0, 1.0 / v_px); // too small to read below 6 px

  vec4 color = mix(nothing, vec4(v_ring.rgb, 1.0), ring);
  color = mix(color, vec4(u_surface, 1.0), rim);
  color = mix(color, vec4(mix(v_color.rgb, u_surface, glyph), 1.0), inside);
  gl_FragColor = color;
  #endif
}
`;
