namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>What a seed makes go wrong, and in which order. The input comes from the same seed.</summary>
internal sealed record ChaosPlan(int Seed, bool OnServers, IReadOnlyList<Fault> Faults)
{
    /// <summary>Every kind before any kind comes a second time.</summary>
    public static ChaosPlan Of(int seed, bool onServers, int faults)
    {
        var dice = new Random(seed);
        var kinds = Enum.GetValues<FaultKind>().Where(kind => onServers || kind < FaultKind.BrokerStopped).ToArray();
        var dealt = new List<FaultKind>();
        while (dealt.Count < faults)
        {
            dice.Shuffle(kinds);
            dealt.AddRange(kinds);
        }

        return new ChaosPlan(seed, onServers, [.. dealt.Take(faults).Select((kind, i) => new Fault(i + 1, kind, dice.Next()))]);
    }

    public override string ToString() =>
        $"HUB_CHAOS_SEED={Seed} HUB_CHAOS_FAULTS={Faults.Count} ({(OnServers ? "two hubs on PostgreSQL and RabbitMQ" : "one hub, embedded")}): {string.Join(", ", Faults)}";
}
