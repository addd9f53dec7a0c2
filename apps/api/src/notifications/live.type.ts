import { Field, ID, ObjectType } from '@nestjs/graphql';
import { BulletinType } from '../bulletins/bulletin.type';

@ObjectType('BulletinChange', { description: 'One thing that happened to a bulletin, to those who may see it.' })
export class BulletinChangeType {
  @Field(() => BulletinType, {
    nullable: true,
    description: 'The bulletin as the viewer may see it now; null when it went out of sight, and nothing follows.',
  })
  bulletin: BulletinType | null;

  @Field(() => String, { description: "'bulletin.signed', 'bulletin.commented', …; 'bulletin.hidden' at the end." })
  event: string;

  @Field(() => ID, { nullable: true, description: 'The comment it is about.' })
  commentId: string | null;
}
