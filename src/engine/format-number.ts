/** Numbers in words' company. By itself, since pictures and pages need no more than this of the fields. */

/** A number as people read it: "1,200 ms", "45 %", "200". Thousands are grouped by hand, since a locale would differ. */
export function formatNumber(value: number, unit: string, decimals: number): string {
  const shown = unit === 'share' ? value * 100 : value;
  const [whole = '0', fraction] = Math.abs(shown).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const isZero = /^[0.]*$/.test(whole + (fraction ?? ''));
  const digits = (shown < 0 && !isZero ? '−' : '') + grouped + (fraction === undefined ? '' : `.${fraction}`);
  const suffix = unit === 'share' ? '%' : unit;
  return suffix === '' ? digits : `${digits} ${suffix}`;
}
