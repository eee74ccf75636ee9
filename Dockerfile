# The bot, for amd64 and arm64: docker build -t clippings .
# Node.js is taken from its official image; npm, which the bot does not need, stays behind.

FROM node:24-alpine3.22 AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY scripts scripts
COPY src src
RUN npm run build -- --no-maps && npm prune --omit=dev --ignore-scripts && mkdir articles data index

FROM alpine:3.22
# Alpine keeps no older versions, so one that is pinned cannot be built for long.
# hadolint ignore=DL3018
RUN apk add --no-cache libstdc++
COPY --from=build /usr/local/bin/node /usr/local/bin/node
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json clippings.js LICENSE .env.example ./
COPY --from=build /app/src/text/lexicon/WORDNET-LICENSE ./
COPY seeds seeds
# Volumes begin with the owner of these folders.
COPY --from=build --chown=1000:1000 /app/articles articles
COPY --from=build --chown=1000:1000 /app/data data
COPY --from=build --chown=1000:1000 /app/index index
ENV NODE_ENV=production METRICS_PORT=9100 METRICS_HOST=0.0.0.0
USER 1000:1000
VOLUME ["/app/articles", "/app/data", "/app/index"]
EXPOSE 9100
# A large archive takes minutes to open for the first time.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10m --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9100/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "clippings.js"]
CMD ["start"]
