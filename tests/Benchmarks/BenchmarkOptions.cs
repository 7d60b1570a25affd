namespace IntegrationHub.Benchmarks;

/// <summary>What to measure.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage = """
        usage: dotnet run -c Release --project tests/Benchmarks -- [--records N] [--rounds N] [--only NAME,...] [--tenfold] [--embedded] [--stages] [--latency] [--ready] [--mapped] [--sources] [--backtest] [--rechecks] [--all]
          --records   records of the CSV source, a multiple of 100 (200000)
          --rounds    how often the hub and its rivals run, in turn (3)
          --only      of the comparison run only these: hub, client, client-100, batches, singles; none: leave it out
          --tenfold   the hub again with ten times the records
          --embedded  the hub again with SQLite and the bus in memory
          --stages    CPU per record of each stage, by itself
          --latency   from a push over MLLP to a webhook, hub idle
          --ready     from start to ready with every plugin, embedded
          --mapped    the source.yaml of Ocmw and a hand-written adapter on one file
          --sources   200 sources: from start to ready, and CPU of an idle hub
          --backtest  hub rules test on a history, with 15 and with 500 rules, SQLite and PostgreSQL; the detection stage with both
          --citizens  of that history, of ten facts each (100000)
          --rechecks  how late rechecks fire among 1,000,000 that wait, SQLite and PostgreSQL
          --all       all of these
        """;

    public static readonly string[] Variants = ["hub", "client", "client-100", "batches", "singles"];

    public int Records { get; private init; } = 200_000;

    public int Rounds { get; private init; } = 3;

    public IReadOnlyList<string> Only { get; private init; } = Variants;

    public bool Tenfold { get; private init; }

    public bool Embedded { get; private init; }

    public bool Stages { get; private init; }

    public bool Latency { get; private init; }

    public bool Ready { get; private init; }

    public bool Mapped { get; private init; }

    public bool Sources { get; private init; }

    public bool Backtest { get; private init; }

    public int Citizens { get; private init; } = 100_000;

    public bool Rechecks { get; private init; }

    /// <summary>Null when the arguments are no options.</summary>
    public static BenchmarkOptions? Parse(IReadOnlyList<string> args)
    {
        var options = new BenchmarkOptions();
        for (var i = 0; i < args.Count; i++)
        {
            var value = i + 1 < args.Count ? args[i + 1] : "";
            switch (args[i])
            {
                case "--records" when int.TryParse(value, out var records) && records >= 100 && records % 100 == 0: options = options with { Records = records }; i++; break;
                case "--rounds" when int.TryParse(value, out var rounds) && rounds > 0: options = options with { Rounds = rounds }; i++; break;
                case "--only" when value == "none": options = options with { Only = [] }; i++; break;
                case "--only" when value.Split(',').All(Variants.Contains): options = options with { Only = value.Split(',') }; i++; break;
                case "--tenfold": options = options with { Tenfold = true }; break;
                case "--embedded": options = options with { Embedded = true }; break;
                case "--stages": options = options with { Stages = true }; break;
                case "--latency": options = options with { Latency = true }; break;
                case "--ready": options = options with { Ready = true }; break;
                case "--mapped": options = options with { Mapped = true }; break;
                case "--sources": options = options with { Sources = true }; break;
                case "--backtest": options = options with { Backtest = true }; break;
                case "--citizens" when int.TryParse(value, out var citizens) && citizens > 0: options = options with { Citizens = citizens }; i++; break;
                case "--rechecks": options = options with { Rechecks = true }; break;
                case "--all": options = options with { Backtest = true, Rechecks = true, Mapped = true, Tenfold = true, Embedded = true, Stages = true, Latency = true, Ready = true, Sources = true }; break;
                default: return null;
            }
        }

        return options;
    }
}
