using System.Globalization;
using IntegrationHub.Adapters.Magda.Replies;
using IntegrationHub.Adapters.Magda.Requests;
using IntegrationHub.Adapters.Magda.Transport;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Rounds;

/// <summary>One request about one citizen and what to make of its reply: a record, or an exception that ends the run.</summary>
internal sealed class Interview(MagdaClient client, MagdaOptions options)
{
    /// <param name="request">The question.</param>
    /// <param name="citizen">Whom it is about.</param>
    /// <param name="isStuck">The runs before this one stopped at this citizen: what would end this run too becomes a record, so that the round goes on.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="RetryLaterException">MAGDA throttles.</exception>
    /// <exception cref="PermanentFailureException">MAGDA refuses us, whomever we ask about.</exception>
    public async Task<(SourceRecord Record, MagdaReply? Reply)> AskAsync(MagdaRequest request, Insz citizen, bool isStuck, CancellationToken token)
    {
        MagdaAnswer answer;
        try
        {
            answer = await client.SendAsync(request, token);
        }
        catch (TimeoutException) when (isStuck)
        {
            return (Record(request.Service, citizen, default, RecordProperties.Timeout, null), null);
        }

        if (answer.Reply is not { } reply)
            return (Record(request.Service, citizen, default, RecordProperties.TooLarge, answer.TooLarge), null);
        StopWhenRefused(reply, request.Service.Name);
        StopWhenThrottled(reply, request.Service.Name, isStuck);
        return (Record(request.Service, citizen, answer.Raw, null, null), reply);
    }

    /// <summary>A question about nobody yet. The record holds the reply, for when it cannot be used.</summary>
    /// <exception cref="RetryLaterException">MAGDA throttles.</exception>
    /// <exception cref="PermanentFailureException">MAGDA refuses us.</exception>
    public async Task<(SourceRecord Record, MagdaReply? Reply)> AskAsync(MagdaRequest request, CancellationToken token)
    {
        var answer = await client.SendAsync(request, token);
        var service = request.Service.Name;
        if (answer.Reply is not { } reply)
        {
            var size = (answer.TooLarge ?? 0).ToString(CultureInfo.InvariantCulture);
            return (new() { Id = service, Kind = service, Raw = default, Properties = new Dictionary<string, string> { [RecordProperties.Failure] = RecordProperties.TooLarge, [RecordProperties.Number] = size } }, null);
        }

        StopWhenRefused(reply, service);
        StopWhenThrottled(reply, service, isStuck: false);
        return (new() { Id = service, Kind = service, Raw = answer.Raw }, reply);
    }

    private static void StopWhenRefused(MagdaReply reply, string service)
    {
        if (reply.IsSecurityFault)
            throw new PermanentFailureException($"MAGDA refused the signature of {service} ({reply.FaultCode}): verify signingCertificate and the clock of this machine.");
        if (reply.AtRepliek.FirstOrDefault(one => one is { IsError: true, Meaning: CodeMeaning.Access }) is { } refusal)
            throw new PermanentFailureException($"MAGDA refused {service} with {refusal.Code}. {MagdaCodes.ToDo(refusal.Code)}");
    }

    private void StopWhenThrottled(MagdaReply reply, string service, bool isStuck)
    {
        // A Fault comes from the gateway and says nothing about this citizen: it never counts as hers.
        if (reply.IsThrottleFault || (!isStuck && reply.Has(CodeMeaning.Throttled)))
            throw new RetryLaterException(TimeSpan.FromSeconds(options.ThrottleDelaySeconds), $"MAGDA throttles {service}.");
    }

    private static SourceRecord Record(MagdaService service, Insz citizen, ReadOnlyMemory<byte> raw, string? failure, long? number)
    {
        var properties = new Dictionary<string, string> { [RecordProperties.Insz] = citizen.Digits };
        if (failure is not null)
            properties[RecordProperties.Failure] = failure;
        if (number is { } known)
            properties[RecordProperties.Number] = known.ToString(CultureInfo.InvariantCulture);
        return new() { Id = $"{service.Name}/{citizen.Digits}", IdIsPersonal = true, Kind = service.Name, Raw = raw, Properties = properties };
    }
}
