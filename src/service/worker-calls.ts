import type { Newsroom } from './archive-service.js';
import type { NewsroomSettings } from './open-archive-service.js';

/** What can be asked of the thread, which answers nothing before `open`. */
export interface ThreadCalls extends Omit<Newsroom, 'isOpen'> {
  /** @throws UserError see `openNewsroom` */
  open(settings: NewsroomSettings): Promise<void>;
}
