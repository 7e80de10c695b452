/** What deleting answers where the documentation is silent. */
import { covers, test } from '../../fixtures/test.ts';

test(
  'asking about a conversation that never was',
  covers('DELETE-SILENT-01'),
  async ({ api, given, survey }) => {
    await survey('DELETE-SILENT-01', 'deleting an id that does not exist', async () =>
      String((await api.conversations.remove(given.newId())).status),
    );
  },
);

test(
  'asking about a conversation that was deleted',
  covers('DELETE-SILENT-01'),
  async ({ api, given, survey }) => {
    const { id } = await given.conversation();
    await given.deleted({ id });

    await survey('DELETE-SILENT-01', 'deleting twice', async () =>
      String((await api.conversations.remove(id)).status),
    );
    await survey('DELETE-SILENT-01', 'a list request whose startingAfter is the deleted id', async () =>
      String((await api.conversations.list({ startingAfter: id, limit: 1 })).status),
    );
  },
);
