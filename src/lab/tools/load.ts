/** The parts of a lab that are loaded when first used. */
import { mount, unmount, type Component } from 'svelte';
import type { ToolProps } from './tool.ts';

export type ToolName = 'futures' | 'compare' | 'luck' | 'share' | 'transcript' | 'keys';

const tools: Readonly<Record<ToolName, () => Promise<{ default: Component<ToolProps> }>>> = {
  futures: () => import('./Futures.svelte'),
  compare: () => import('./Compare.svelte'),
  luck: () => import('./Luck.svelte'),
  share: () => import('./Share.svelte'),
  transcript: () => import('./Transcript.svelte'),
  keys: () => import('./Keys.svelte'),
};

/** Puts a tool into its place. The returned function takes it away again. */
export async function loadTool(name: ToolName, target: Element, props: ToolProps): Promise<() => void> {
  const { default: Tool } = await tools[name]();
  const mounted = mount(Tool, { target, props });
  return () => void unmount(mounted);
}
