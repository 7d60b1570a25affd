using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Letters;

/// <summary>Takes one line a connection and answers <c>ok</c>.</summary>
public sealed class LetterListener(IOptions<LettersOptions> options, ILogger<LetterListener> logger) : IPushSource
{
    private static readonly ConcurrentBag<TcpListener> Kept = [];

    private static volatile bool isOurs;

    private readonly string fault = options.Value.Fault;

    public static bool IsFreeOrOurs(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return isOurs;
        }
    }

    public async Task RunAsync(IIntake intake, CancellationToken token)
    {
        var listener = new TcpListener(IPAddress.Loopback, options.Value.Port);
        listener.Start();
        isOurs = true;
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(fault == "listens-for-ever" ? CancellationToken.None : token);
                await ServeAsync(client.GetStream(), intake, token);
            }
        }
        finally
        {
            isOurs = false;
            if (fault == "keeps-the-port")
                Kept.Add(listener);
            else
                listener.Dispose();
        }
    }

    private async Task ServeAsync(NetworkStream stream, IIntake intake, CancellationToken token)
    {
        try
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var text = await reader.ReadToEndAsync(token);
            if (!text.EndsWith('\n') && fault == "waits-for-the-rest")
                await Task.Delay(Timeout.Infinite, token);
            if (!text.EndsWith('\n') && (fault != "stores-half" || text.Length == 0))
                return;
            if (fault == "acknowledges-first")
            {
                await stream.WriteAsync("ok"u8.ToArray(), token);
                await Task.Delay(200, token);
            }

            if (fault == "logs-the-line")
                logger.LogInformation("Took {Line}", text);
            await AcceptAsync(intake, text, token);
            if (fault is not ("acknowledges-first" or "never-answers"))
                await stream.WriteAsync("ok"u8.ToArray(), token);
        }
        catch (IOException e)
        {
            logger.LogWarning("A letter was not taken: {Type}", e.GetType().Name);
        }
    }

    private async Task AcceptAsync(IIntake intake, string text, CancellationToken token)
    {
        var storing = intake.AcceptAsync(new() { Records = [Letter.Record(text.Trim())] }, token);
        if (fault == "does-not-wait")
            return;
        try
        {
            await storing;
        }
        catch (IOException) when (fault == "acknowledges-failures")
        {
            logger.LogWarning("Never mind.");
        }
    }
}
