// A custom WebGL layer: tens of thousands of moving points in one draw call. Offsets are kept small against the city's
// corner, because 32-bit floats of the whole world would jump by metres.
const SCALE = 1e5;
const mercatorX = lon => (lon + 180) / 360;
const mercatorY = lat => 0.5 - Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360)) / (2 * Math.PI);

const VERTEX = `#version 300 es
uniform mat4 u_matrix; uniform float u_now, u_glide, u_size, u_still, u_selected;
in vec4 a_leg; in float a_since; in uint a_look;
flat out uint v_status; flat out float v_selected, v_old;
void main() {
  v_status = a_look & 15u;
  bool still = (a_look & 16u) != 0u;
  v_old = (a_look & 64u) != 0u ? 1. : 0.;
  v_selected = float(gl_VertexID) == u_selected ? 1. : 0.;
  float along = clamp((u_now - a_since) / u_glide, 0., 1.);
  gl_Position = u_matrix * vec4(mix(a_leg.xy, a_leg.zw, along), 0., 1.);
  float size = still ? u_still : u_size * (v_status == 0u ? 1. : v_status == 6u ? .7 : 1.25);
  gl_PointSize = size <= 0. ? 0. : size + v_selected * 8.;
  if (size <= 0. || (a_look & 32u) != 0u) gl_Position = vec4(2., 2., 2., 1.);
}`;
const FRAGMENT = `#version 300 es
precision mediump float;
uniform vec4 u_colours[7]; uniform vec4 u_ring;
flat in uint v_status; flat in float v_selected, v_old; out vec4 colour;
void main() {
  float r = length(gl_PointCoord - .5) * 2.;
  if (r > 1.) discard;
  vec4 c = u_colours[min(v_status, 6u)];
  float edge = v_selected > .5 ? .62 : .74;
  vec4 rim = v_selected > .5 ? u_ring : vec4(.02, .03, .05, .9);
  c = mix(c, rim, smoothstep(edge - .06, edge + .06, r));
  c.a *= (1. - smoothstep(.9, 1., r)) * (1. - .65 * v_old);
  colour = vec4(c.rgb * c.a, c.a);
}`;

export class PointLayer {
  constructor(id, count, corner, colours, ring) {
    Object.assign(this, { id, type: 'custom', renderingMode: '2d', count, colours: new Float32Array(colours.flat()), ring, size: 0, still: 0, selected: -1, glide: 0.9 });
    this.origin = [mercatorX(corner[0]), mercatorY(corner[1])];
    this.legs = new Float32Array(count * 5);
    this.looks = new Uint8Array(count).fill(32);
    this.first = count;
    this.last = -1;
    this.began = performance.now();
    this.movingUntil = 0;
  }

  /** Puts point i; it glides there from where it is shown, unless it was not shown or jumps far. */
  put(i, lon, lat, look, glide) {
    const legs = this.legs, at = i * 5, now = this.#now();
    const x = (mercatorX(lon) - this.origin[0]) * SCALE, y = (mercatorY(lat) - this.origin[1]) * SCALE;
    const hidden = (this.looks[i] & 32) !== 0, far = Math.abs(x - legs[at + 2]) + Math.abs(y - legs[at + 3]) > 0.6;
    if (glide && !hidden && !far) {
      const along = Math.min(1, (now - legs[at + 4]) / this.glide);
      legs[at] += (legs[at + 2] - legs[at]) * along;
      legs[at + 1] += (legs[at + 3] - legs[at + 1]) * along;
      this.movingUntil = now + this.glide;
    } else {
      legs[at] = x;
      legs[at + 1] = y;
    }
    legs[at + 2] = x;
    legs[at + 3] = y;
    legs[at + 4] = now;
    this.look(i, look);
  }

  /** Changes how point i looks and leaves it where it is. */
  look(i, look) {
    this.looks[i] = look;
    if (i < this.first) this.first = i;
    if (i > this.last) this.last = i;
  }

  redraw() { this.map?.triggerRepaint(); }

  onAdd(map, gl) {
    this.map = map;
    const program = this.program = link(gl);
    this.uniform = name => gl.getUniformLocation(program, name);
    this.vertices = gl.createVertexArray();
    gl.bindVertexArray(this.vertices);
    this.legBuffer = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.legBuffer);
    gl.bufferData(gl.ARRAY_BUFFER, this.legs, gl.DYNAMIC_DRAW);
    floats(gl, program, 'a_leg', 4, 20, 0);
    floats(gl, program, 'a_since', 1, 20, 16);
    this.lookBuffer = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.lookBuffer);
    gl.bufferData(gl.ARRAY_BUFFER, this.looks, gl.DYNAMIC_DRAW);
    const look = gl.getAttribLocation(program, 'a_look');
    gl.enableVertexAttribArray(look);
    gl.vertexAttribIPointer(look, 1, gl.UNSIGNED_BYTE, 0, 0);
    gl.bindVertexArray(null);
  }

  render(gl, { defaultProjectionData }) {
    if (this.size <= 0 && this.still <= 0) return;
    this.#upload(gl);
    gl.useProgram(this.program);
    gl.uniformMatrix4fv(this.uniform('u_matrix'), false, this.#matrix(defaultProjectionData.mainMatrix));
    const ratio = this.map.getPixelRatio();
    for (const [name, value] of [['u_now', this.#now()], ['u_glide', this.glide], ['u_size', this.size * ratio], ['u_still', this.still * ratio], ['u_selected', this.selected]]) gl.uniform1f(this.uniform(name), value);
    gl.uniform4fv(this.uniform('u_colours'), this.colours);
    gl.uniform4fv(this.uniform('u_ring'), this.ring);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.disable(gl.DEPTH_TEST);
    gl.bindVertexArray(this.vertices);
    gl.drawArrays(gl.POINTS, 0, this.count);
    gl.bindVertexArray(null);
    if (this.#now() < this.movingUntil) this.redraw();
  }

  #now() { return (performance.now() - this.began) / 1000; }

  #upload(gl) {
    if (this.last < this.first) return;
    const { first, last } = this;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.legBuffer);
    gl.bufferSubData(gl.ARRAY_BUFFER, first * 20, this.legs, first * 5, (last - first + 1) * 5);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.lookBuffer);
    gl.bufferSubData(gl.ARRAY_BUFFER, first, this.looks, first, last - first + 1);
    this.first = this.count;
    this.last = -1;
  }

  // matrix * translate(origin) * scale(1 / SCALE), in double precision before it is cut to floats
  #matrix(m) {
    const [x, y] = this.origin, r = new Float64Array(16);
    for (let i = 0; i < 4; i++) {
      r[i] = m[i] / SCALE;
      r[4 + i] = m[4 + i] / SCALE;
      r[8 + i] = m[8 + i];
      r[12 + i] = m[i] * x + m[4 + i] * y + m[12 + i];
    }
    return new Float32Array(r);
  }
}

function floats(gl, program, name, size, stride, offset) {
  const at = gl.getAttribLocation(program, name);
  gl.enableVertexAttribArray(at);
  gl.vertexAttribPointer(at, size, gl.FLOAT, false, stride, offset);
}

function link(gl) {
  const program = gl.createProgram();
  for (const [type, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]]) {
    const shader = gl.createShader(type);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader));
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program));
  return program;
}
