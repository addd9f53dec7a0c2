import { Global, Module } from '@nestjs/common';
import { Env } from '../../config/env';
import { createFileStore } from './create-file-store';
import { FileStore } from './file-store';
import { FileVisibility } from './file-visibility';
import { FilesController } from './files.controller';
import { FilesService } from './files.service';

@Global()
@Module({
  controllers: [FilesController],
  providers: [
    { provide: FileStore, useFactory: (env: Env) => createFileStore(env.FILES_URL), inject: [Env] },
    FileVisibility,
    FilesService,
  ],
  exports: [FileStore, FileVisibility, FilesService],
})
export class FilesModule {}
