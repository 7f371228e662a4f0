/** What every part of a lab that is loaded when first used is given. */
import type { Room } from '../room.ts';
import type { LabSettings } from '../settings.ts';

export interface ToolProps {
  room: Room;
  settings: LabSettings;
  /** The picture as it is drawn now; null while there is none. */
  drawing: () => SVGSVGElement | null;
  close: () => void;
}
