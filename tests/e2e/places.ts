/** Day 2's list of cities: it is filled when a hand or the focus comes near. */
import type { Locator } from '@playwright/test';

/** Chooses a city for the firewall, as a reader by keyboard does. */
export async function sendFirewall(lab: Locator, city: string, second = false): Promise<void> {
  const list = lab.getByLabel(second ? 'Place of the second firewall' : 'Place of the firewall');
  await list.focus();
  await list.selectOption({ label: city });
}
