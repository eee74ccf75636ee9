import type { ArchiveService } from './archive-service.js';
import type { ArchiveServiceSettings } from './open-archive-service.js';

/** What can be asked of the thread, which answers nothing before `open`. */
export interface WorkerCalls extends Omit<ArchiveService, 'isOpen'> {
  /** @throws UserError see `openArchiveService` */
  open(settings: ArchiveServiceSettings): Promise<void>;
}
