/** Finds the words of the recipes: content/teach/recipes.mdx. */
import type { MDXInstance } from 'astro';

const files = import.meta.glob<MDXInstance<Record<string, unknown>>>('/content/teach/recipes.mdx', { eager: true });

/** The recipes, one heading of the second rank for each host. */
export const recipes = Object.values(files)[0]!;
