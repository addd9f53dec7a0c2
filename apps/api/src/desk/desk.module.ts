import { Module } from '@nestjs/common';
import { DeskResolver } from './desk.resolver';
import { Search } from './search.service';
import { TodayDesk } from './today.service';

/** The start page and the global search. */
@Module({ providers: [DeskResolver, TodayDesk, Search] })
export class DeskModule {}
