using System.Net.Sockets;
using IntegrationHub.Adapters.Hospital.Hl7;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Adapters.Hospital.Mllp;

/// <summary>One sender: reads its messages in order and answers each after the intake has it.</summary>
internal sealed class MllpConnection(Stream stream, IIntake intake, Hl7Reader reader, MllpOptions options, InstanceContext context, TimeProvider clock, ILogger logger)
{
    private readonly MllpDecoder decoder = new(context.MaxRecordBytes);
    private long frameBegan;

    /// <summary>Called after each message that was answered.</summary>
    public required Action Answered { get; init; }

    /// <summary>Serves until the sender closes, falls silent or breaks the framing, or the intake cannot store.</summary>
    public async Task ServeAsync(CancellationToken token)
    {
        var buffer = new byte[16 * 1024];
        while (decoder.Broken is null)
        {
            var count = await ReadAsync(buffer, token);
            if (count == 0)
                break;
            var wasInside = decoder.IsInside;
            decoder.Append(buffer.AsSpan(0, count));
            if (decoder.IsInside && !wasInside)
                frameBegan = clock.GetTimestamp();
            while (decoder.TryTake(out var frame))
            {
                if (!await AnswerAsync(frame, token))
                    return;
                frameBegan = clock.GetTimestamp();
            }
        }

        if (decoder.Broken is { } reason)
            logger.LogWarning("{Source}: closing an MLLP connection: {Reason}", context.Id, reason);
        else if (decoder.IsInside)
            logger.LogWarning("{Source}: an MLLP connection ended in the middle of a message; it was not acknowledged, the sender will send it again", context.Id);
    }

    private async Task<int> ReadAsync(byte[] buffer, CancellationToken token)
    {
        var patience = decoder.IsInside ? options.MessageTimeout - clock.GetElapsedTime(frameBegan) : options.IdleTimeout;
        if (patience <= TimeSpan.Zero)
            patience = TimeSpan.FromMilliseconds(1);
        using var timer = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, timer.Token);
        try
        {
            return await stream.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            logger.LogInformation("{Source}: an MLLP connection was silent for {Patience} and is closed", context.Id, decoder.IsInside ? options.MessageTimeout : options.IdleTimeout);
            return 0;
        }
        catch (IOException exception) when (exception.InnerException is SocketException)
        {
            return 0;
        }
    }

    /// <summary>False when the connection must close without an answer, so that the sender sends the message again.</summary>
    private async Task<bool> AnswerAsync(MllpFrame frame, CancellationToken token)
    {
        var received = frame.IsTooLarge ? new Hl7Received(reader.Read(frame.Content).Message, null) : reader.Read(frame.Content);
        IReadOnlyList<Rejection> reasons = frame.IsTooLarge ? [TooLarge(frame)] : [];
        if (received.Record is { } record)
        {
            RecordOutcome outcome;
            try
            {
                outcome = (await intake.AcceptAsync(new SourceBatch { Records = [record] }, token))[0];
            }
            catch (RetryLaterException exception)
            {
                logger.LogWarning("{Source}: a message waits at its sender, {Delay}, and is not acknowledged: {Reason}", context.Id, exception.Delay, exception.Message);
                // A sender whose connection closes comes back at once: so it closes only when it may.
                await Task.Delay(exception.Delay, clock, token);
                return false;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "{Source}: a message could not be stored; the connection is closed without an acknowledgement so that the sender sends it again", context.Id);
                return false;
            }

            if (outcome.Kind == RecordOutcomeKind.Quarantined)
                reasons = outcome.Rejections.Count > 0 ? outcome.Rejections : [new("message", "a message that can be normalised", "See the quarantine of the hub.")];
        }

        await stream.WriteAsync(Framed(Acknowledgement.Write(received.Message, reasons, clock.GetUtcNow(), frame.IsTooLarge)), token);
        Answered();
        return true;
    }

    private Rejection TooLarge(MllpFrame frame)
    {
        logger.LogWarning("{Source}: a message of {Size} bytes was refused; at most {Limit} are taken", context.Id, frame.Length, context.MaxRecordBytes);
        return new("message", $"at most {context.MaxRecordBytes} bytes, found {frame.Length}", "Send it smaller, or raise limits.maxRecordBytes in hub.json.", Hl7Code.InternalError);
    }

    private static byte[] Framed(byte[] message) => [0x0B, .. message, 0x1C, 0x0D];
}
