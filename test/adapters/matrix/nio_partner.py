"""People on matrix-nio, an independent client. One JSON object a line, both ways: what is asked has an `id`, its answer the same."""
import asyncio
import json
import sys

from nio import (
    AsyncClient,
    AsyncClientConfig,
    InviteMemberEvent,
    MegolmEvent,
    RoomMessageNotice,
    RoomMessageText,
)

MEGOLM = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}


class Person:
    def __init__(self, url, user, password, bot, store):
        config = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=True)
        self.client = AsyncClient(url, user, store_path=store, config=config)
        self.password = password
        self.bot = bot
        self.room = None
        self.seen = {}
        self.locked = {}
        self.client.add_event_callback(self.invited, InviteMemberEvent)
        self.client.add_event_callback(self.heard, (RoomMessageText, RoomMessageNotice))
        self.client.add_event_callback(self.shut, MegolmEvent)

    async def enter(self):
        answer = await self.client.login(self.password, device_name="nio")
        if not self.client.access_token:
            raise RuntimeError(str(answer))
        await self.client.sync(timeout=0, full_state=True)
        await self.service()
        self.loop = asyncio.create_task(self.follow())

    async def service(self):
        client = self.client
        if client.should_upload_keys:
            await client.keys_upload()
        if client.should_query_keys:
            await client.keys_query()
        if client.should_claim_keys:
            await client.keys_claim(client.get_users_for_key_claiming())
        await client.send_to_device_messages()

    async def follow(self):
        while True:
            await self.client.sync(timeout=2000)
            await self.service()

    async def invited(self, room, event):
        if event.membership == "invite" and event.state_key == self.client.user_id:
            await self.client.join(room.room_id)
            self.room = self.room or room.room_id

    async def heard(self, room, event):
        self.locked.pop(event.event_id, None)
        if event.sender != self.bot:
            return
        relation = event.source.get("content", {}).get("m.relates_to", {})
        if relation.get("rel_type") == "m.replace":
            return
        self.seen[event.event_id] = {"ref": event.event_id, "text": event.body, "secret": bool(event.decrypted)}

    async def shut(self, room, event):
        self.locked[event.event_id] = event.sender

    async def knows(self, room):
        while room not in self.client.rooms or self.bot not in self.client.rooms[room].users:
            await asyncio.sleep(0.05)

    async def say(self, text):
        if self.room is None:
            made = await self.client.room_create(is_direct=True, invite=[self.bot], initial_state=[MEGOLM])
            self.room = made.room_id
        await self.knows(self.room)
        content = {"msgtype": "m.text", "body": text}
        sent = await self.client.room_send(self.room, "m.room.message", content, ignore_unverified_devices=True)
        return sent.event_id


async def main():
    people = {}
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)

    async def answer(asked):
        try:
            who = asked["user"]
            if asked["do"] == "enter":
                people[who] = Person(asked["url"], who, asked["password"], asked["bot"], asked["store"])
                await people[who].enter()
                result = None
            elif asked["do"] == "say":
                result = await people[who].say(asked["text"])
            else:
                person = people[who]
                if person.loop.done():
                    person.loop.result()
                result = {"seen": list(person.seen.values()), "locked": len(person.locked)}
            told = {"id": asked["id"], "result": result}
        except Exception as error:
            told = {"id": asked["id"], "error": f"{type(error).__name__}: {error}"}
        print(json.dumps(told), flush=True)

    tasks = set()
    while line := await reader.readline():
        task = asyncio.create_task(answer(json.loads(line)))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    for person in people.values():
        person.loop.cancel()
        await person.client.close()


asyncio.run(main())
