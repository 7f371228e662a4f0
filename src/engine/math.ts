/**
 * Elementary functions in plain arithmetic.
 *
 * IEEE 754 fixes + - * / and sqrt to the last bit, but not Math.log and its friends, which differ
 * between browsers. A run must end in the same place everywhere, so models use these instead. The
 * coefficients of `ln` and of the trigonometric kernels are those of fdlibm (Sun Microsystems, 1993).
 */

const word = new Float64Array(1);
const halves = new Uint32Array(word.buffer); // little-endian, as on every platform browsers run on
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const SQRT_HALF = 0.7071067811865476;

/** Natural logarithm; NaN below zero, -Infinity at zero. Error under 1 unit in the last place for normal numbers. */
export function ln(x: number): number {
  if (x < 2.2250738585072014e-308 || !(x < Infinity)) {
    return x === 0
      ? -Infinity
      : x > 0 && x < Infinity
        ? ln(x * 2 ** 54) - 54 * (LN2_HIGH + LN2_LOW)
        : x === Infinity
          ? x
          : NaN;
  }
  word[0] = x;
  let exponent = (halves[1]! >>> 20) - 1022;
  halves[1] = (halves[1]! & 0x000fffff) | 0x3fe00000;
  let m = word[0]!; // in [0.5, 1)
  if (m < SQRT_HALF) {
    m *= 2;
    exponent -= 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332));
  const t2 =
    z * (0.666666666666673513 + w * (0.2857142874366239149 + w * (0.1818357216161805012 + w * 0.1479819860511658591)));
  const half = 0.5 * f * f;
  return exponent * LN2_HIGH - (half - (s * (half + t1 + t2) + exponent * LN2_LOW) - f);
}

/** e to the power x. Relative error under 1e-15 for |x| below 700. */
export function exp(x: number): number {
  if (x !== x) return NaN;
  if (x > 709.8) return Infinity;
  if (x < -745.2) return 0;
  const n = Math.round(x / (LN2_HIGH + LN2_LOW));
  const r = x - n * LN2_HIGH - n * LN2_LOW;
  let sum = 1;
  for (let i = 18; i >= 1; i -= 1) sum = 1 + (r * sum) / i;
  // Two factors, so that neither leaves the range of normal numbers.
  const half = Math.trunc(n / 2);
  return sum * powerOfTwo(half) * powerOfTwo(n - half);
}

/** x to the power y, for x above zero. */
export function pow(x: number, y: number): number {
  return exp(y * ln(x));
}

function powerOfTwo(n: number): number {
  halves[0] = 0;
  halves[1] = (n + 1023) << 20;
  return word[0]!;
}

const PI_2_HIGH = 1.57079632673412561417;
const PI_2_LOW = 6.07710050650619224932e-11;

/** Sine of radians. Absolute error under 1e-15 while |x| stays below 1e5. */
export function sin(x: number): number {
  const quarter = Math.round(x / (PI_2_HIGH + PI_2_LOW));
  const r = x - quarter * PI_2_HIGH - quarter * PI_2_LOW;
  switch (((quarter % 4) + 4) % 4) {
    case 0:
      return sinKernel(r);
    case 1:
      return cosKernel(r);
    case 2:
      return -sinKernel(r);
    default:
      return -cosKernel(r);
  }
}

/** Cosine of radians. */
export function cos(x: number): number {
  const quarter = Math.round(x / (PI_2_HIGH + PI_2_LOW));
  const r = x - quarter * PI_2_HIGH - quarter * PI_2_LOW;
  switch (((quarter % 4) + 4) % 4) {
    case 0:
      return cosKernel(r);
    case 1:
      return -sinKernel(r);
    case 2:
      return -cosKernel(r);
    default:
      return sinKernel(r);
  }
}

function sinKernel(x: number): number {
  const z = x * x;
  const tail =
    -1.98412698298579493134e-4 +
    z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10));
  return x + x * z * (-1.66666666666666324348e-1 + z * (8.33333333332248946124e-3 + z * tail));
}

function cosKernel(x: number): number {
  const z = x * x;
  const tail =
    2.48015872894767294178e-5 +
    z * (-2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11));
  return 1 - 0.5 * z + z * z * (4.16666666666666019037e-2 + z * (-1.38888888888741095749e-3 + z * tail));
}

/** Angle in radians, in (-π, π], of the point (x, y). */
export function atan2(y: number, x: number): number {
  if (x === 0 && y === 0) return 0;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  const inFirst = ay <= ax ? atanUnit(ay / ax) : PI_2_HIGH + PI_2_LOW - atanUnit(ax / ay);
  const inHalf = x < 0 ? 2 * (PI_2_HIGH + PI_2_LOW) - inFirst : inFirst;
  return y < 0 ? -inHalf : inHalf;
}

/** atan on [0, 1]: the argument is halved three times, where the series is short. */
function atanUnit(t: number): number {
  let x = t;
  for (let i = 0; i < 3; i += 1) x = x / (1 + Math.sqrt(1 + x * x));
  const z = x * x;
  let sum = 0;
  for (let i = 19; i >= 1; i -= 2) sum = 1 / i - z * sum;
  return 8 * x * sum;
}
