/**
 * json-server as an author of a first mock sets it up: a list of users and one of conversations, the path of the API, ids
 * chosen by the caller, lists in `data`, and defaults for what was not sent. PUT replaces, as it does in json-server.
 */
const jsonServer = require('json-server');

const router = jsonServer.router({ users: [], conversations: [], messages: [] });
const server = jsonServer.create();
const unset = { subject: null, photoUrl: null, welcomeMessages: null, lastMessage: null, topicId: '' };
const settings = { access: 'ReadWrite', notify: true, isUnread: false };

server.use(jsonServer.rewriter({ '/v1/app/*': '/$1' }));
server.use(jsonServer.bodyParser);
server.use((request, response, next) => {
  const [, list, id] = /^\/(users|conversations)\/([^/]+)$/.exec(request.path) ?? [];
  if (request.method !== 'PUT' || list === undefined) return next();
  const key = decodeURIComponent(id);
  const { custom, participants, ...sent } = request.body;
  const people = Object.fromEntries((participants ?? []).map((person) => [person, settings]));
  const whole = {
    ...unset,
    ...sent,
    custom: custom ?? {},
    participants: people,
    createdAt: Date.now(),
    id: key,
  };
  request.body = list === 'conversations' ? whole : { ...request.body, id: key, createdAt: Date.now() };
  if (router.db.get(list).getById(key).value() === undefined) {
    request.method = 'POST';
    request.url = `/${list}`;
  }
  return next();
});
router.render = (request, response) => {
  const { data } = response.locals;
  if (response.statusCode === 201) response.status(200);
  response.jsonp(request.method !== 'GET' ? {} : Array.isArray(data) ? { data } : data);
};
server.use(router);
server.listen(Number(process.argv[2]), '127.0.0.1');
