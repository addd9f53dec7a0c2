import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsEnum, IsOptional, ValidateNested } from 'class-validator';
import { NotificationKind, NotificationPace } from '@domain/notifications/notification';
import { PageArgs } from '../core/graphql/connection';

@InputType({ description: 'Which notifications. Members that are left out do not filter.' })
export class NotificationFilterInput {
  @Field(() => Boolean, { nullable: true, description: 'true: neither read nor done; false: read or done.' })
  @IsOptional()
  @IsBoolean()
  isUnread?: boolean | null;
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
