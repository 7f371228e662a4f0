/** The kinds of things the shop sells, and their words. */
export const categories = [
  'laptop',
  'shoes',
  'phone',
  'headphones',
  'lamp',
  'chair',
  'kettle',
  'backpack',
  'jacket',
  'book',
  'watch',
  'bicycle',
] as const;
/** One of them; in the catalogue, a shelf. */
export type Category = (typeof categories)[number];

/** "4 laptops", "4 pairs of shoes". */
export function counted(count: number, category: Category): string {
  if (category === 'shoes' || category === 'headphones')
    return `${count} ${count === 1 ? 'pair' : 'pairs'} of ${category}`;
  return `${count} ${count === 1 ? category : plural(category)}`;
}

/** "laptops", "watches", "shoes". */
export function plural(category: Category): string {
  if (category.endsWith('s')) return category;
  return category.endsWith('ch') ? `${category}es` : `${category}s`;
}
