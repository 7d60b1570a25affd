using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace IntegrationHub.EndToEnd.Tests.Doors;

/// <summary>Knocks so many times a second, each time on a connection of its own, and tells how it was answered: by status, or <c>closed</c>.</summary>
/// <param name="attempts">What is tried in turn: from which address, to which port, and what is sent.</param>
internal sealed class Flood((string From, int Port, string Text)[] attempts)
{
    private const int Workers = 24;
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, int> answers = new();
    private int next = -1;

    public IReadOnlyDictionary<string, int> Answers => answers;

    public double Seconds { get; private set; }

    public async Task RunAsync(int perSecond, int seconds, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => WorkAsync(clock, perSecond, perSecond * seconds, token), token)));
        Seconds = clock.Elapsed.TotalSeconds;
    }

    private async Task WorkAsync(Stopwatch clock, int perSecond, int all, CancellationToken token)
    {
        while (Interlocked.Increment(ref next) is var number && number < all)
        {
            var due = TimeSpan.FromSeconds((double)number / perSecond) - clock.Elapsed;
            if (due > TimeSpan.FromMilliseconds(1))
                await Task.Delay(due, token);
            var answer = await KnockAsync(attempts[number % attempts.Length], token);
            answers.AddOrUpdate(answer, 1, (_, count) => count + 1);
        }
    }

    private static async Task<string> KnockAsync((string From, int Port, string Text) attempt, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(LongestAnswer);
        try
        {
            using var socket = await Stranger.ConnectAsync(attempt.From, attempt.Port, patience.Token);
            await socket.SendAsync(Encoding.ASCII.GetBytes(attempt.Text), patience.Token);
            var buffer = new byte[512];
            var count = await socket.ReceiveAsync(buffer, patience.Token);
            var text = Encoding.ASCII.GetString(buffer, 0, count);
            return text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? text[9..12] : count == 0 ? "closed" : "answered";
        }
        catch (SocketException)
        {
            return "closed";
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return "silence";
        }
    }
}
