import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsDate,
  IsEnum,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { NotificationKind, NotificationPace } from '@domain/notifications/notification';
import { PageArgs } from '../core/graphql/connection';

export enum NotificationTab {
  /** Somebody waits for the viewer: not read, not done, not put off. */
  WAITING = 'WAITING',
  /** For knowing, of bulletins that the viewer did not unfollow. */
  FOLLOWED = 'FOLLOWED',
  ALL = 'ALL',
}
registerEnumType(NotificationTab, { name: 'NotificationTab', description: 'The parts of the notification centre.' });

@InputType({ description: 'Which notifications. Members that are left out do not filter.' })
export class NotificationFilterInput {
  @Field(() => Boolean, { nullable: true, description: 'true: neither read nor done; false: read or done.' })
  @IsOptional()
  @IsBoolean()
  isUnread?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: of each bulletin and office only the newest of this part; false: only the older ones.',
  })
  @IsOptional()
  @IsBoolean()
  isNewest?: boolean | null;

  @Field(() => NotificationTab, { nullable: true, description: 'Of this part; ALL when left out.' })
  @IsOptional()
  @IsEnum(NotificationTab)
  tab?: NotificationTab | null;
}

@ArgsType()
export class NotificationSnoozeArgs {
  @Field(() => ID, { description: 'The notification.' })
  @IsString()
  id: string;

  @Field(() => Date, { description: 'In the future, at most 30 days from now.' })
  @IsDate()
  until: Date;
}

@ArgsType()
export class NotificationListArgs extends PageArgs {
  @Field(() => NotificationFilterInput, { nullable: true, description: 'All, when left out.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NotificationFilterInput)
  filter?: NotificationFilterInput | null;
}

@InputType({ description: 'How soon one kind is to be mailed.' })
export class NotificationPaceInput {
  @Field(() => NotificationKind, { description: 'The kind.' })
  @IsEnum(NotificationKind)
  kind: NotificationKind;

  @Field(() => NotificationPace, { nullable: true, description: 'How soon; null: follow the default again.' })
  @IsOptional()
  @IsEnum(NotificationPace)
  pace?: NotificationPace | null;
}

@InputType({ description: 'The kinds to change; the others stay as they are.' })
export class ViewerNotificationPreferencesUpdateInput {
  @Field(() => [NotificationPaceInput], { description: '1 to 50.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => NotificationPaceInput)
  notifications: NotificationPaceInput[];
}
