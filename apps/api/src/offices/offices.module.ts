import { Module } from '@nestjs/common';

/** The press offices of the province and the charter that they sign. */
@Module({})
export class OfficesModule {}
