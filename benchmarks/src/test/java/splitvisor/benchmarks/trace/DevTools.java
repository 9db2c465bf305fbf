package splitvisor.benchmarks.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A connection to Chromium over its DevTools protocol: calls, their answers, and what a page complains of. When the
/// browser or the page's process is gone, whoever waits for an answer is told so at once.
final class DevTools implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final int patience;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> replies = new ConcurrentHashMap<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private volatile Throwable broken;
    private String session;
    private int sent;

    /// Connects.
    ///
    /// @param patience seconds after which something hangs; decides nothing else
    DevTools(URI address, int patience) throws Exception {
        this.patience = patience;
        try {
            socket = client.newWebSocketBuilder()
                    .buildAsync(address, new Messages())
                    .get(patience, TimeUnit.SECONDS);
        } catch (Exception e) {
            client.shutdownNow();
            throw e;
        }
    }

    /// From now on calls are about one page.
    void attach(String itsSession) {
        session = itsSession;
    }

    /// Calls a method. The answer has a `result` or an `error`.
    JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        ObjectNode message = JSON.createObjectNode().put("id", ++sent).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> reply = new CompletableFuture<>();
        replies.put(sent, reply);
        if (broken != null) {
            throw new IOException(broken);
        }
        socket.sendText(JSON.writeValueAsString(message), true).get(patience, TimeUnit.SECONDS);
        return reply.get(patience, TimeUnit.SECONDS);
    }

    /// Exceptions, errors and warnings of the page so far.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void received(JsonNode message) {
        if (message.has("id")) {
            replies.remove(message.get("id").intValue()).complete(message);
            return;
        }
        JsonNode parameters = message.path("params");
        switch (message.path("method").asText()) {
            case "Runtime.exceptionThrown" -> complaints.add(parameters.get("exceptionDetails").toString());
            case "Log.entryAdded" -> complaints.add(parameters.get("entry").toString());
            case "Runtime.consoleAPICalled" -> complaints.add(parameters.get("args").toString());
            case "Inspector.targetCrashed" -> fail(new IOException("the page's process has crashed"));
            default -> { } // of no interest
        }
    }

    /// First [#broken], then the replies: a call that comes in between sees the one or is among the others.
    private void fail(Throwable why) {
        broken = why;
        replies.values().forEach(reply -> reply.completeExceptionally(why));
    }

    /// Puts the pieces of messages together.
    private final class Messages implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    received(JSON.readTree(text.toString()));
                } catch (IOException | RuntimeException e) {
                    fail(e);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            fail(new IOException("the browser has closed the connection: " + status + " " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable e) {
            fail(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
