/** What the lab of this simulation needs once it is touched, as one module. */
export { Room } from '../../lab/room.ts';
export { simulation } from './index.ts';
