namespace IntegrationHub.Benchmarks.Input.Histories;

/// <summary>
/// Invents lives of five years: households of one to five, jobs that follow each other with and without a gap, benefits, stays, files, circumstances. Ten versions of facts of each citizen; one in twenty
/// is known months late, one in forty corrected or withdrawn. The same seed gives the same lives.
/// </summary>
internal sealed class HistoryLives(int seed)
{
    public const int FactsOfCitizen = 10;
    public const int Days = 5 * 365;
    private readonly Random random = new(seed);
    private readonly List<HistoryEvent> life = new(FactsOfCitizen + 2);
    private int citizen;

    /// <summary>Of so many citizens, in the order in which sources tell.</summary>
    public List<HistoryEvent> Of(int citizens)
    {
        var events = new List<HistoryEvent>(citizens * FactsOfCitizen);
        var household = 0;
        for (citizen = 0; citizen < citizens; citizen++)
        {
            life.Clear();
            Add(HistoryKind.Person, random.Next(-400, 400), 1);
            if (household == 0)
                household = Household(Math.Min(citizens - citizen, Size()));
            household--;
            Add(HistoryKind.Membership, random.Next(-300, 100), 1);
            for (byte number = 1; life.Count < FactsOfCitizen; number++)
                Episode(number, random.Next(Days));
            events.AddRange(life.Take(FactsOfCitizen));
        }

        events.Sort(static (left, right) => (left.KnownWeek, left.Citizen, left.Kind, left.Number, left.Version).CompareTo((right.KnownWeek, right.Citizen, right.Kind, right.Number, right.Version)));
        return events;
    }

    private int Size() => random.Next(100) switch { < 35 => 1, < 68 => 2, < 83 => 3, < 95 => 4, _ => 5 };

    /// <summary>One register entry for all of them; in one household of ten somebody moves out later.</summary>
    private int Household(int size)
    {
        if (size > 1)
        {
            Add(HistoryKind.Household, random.Next(-300, 200), (byte)size);
            if (random.Next(10) == 0)
                MovesOut(random.Next(400, Days));
        }

        return size;
    }

    private void MovesOut(int day)
    {
        var together = life[^1];
        life.Add(together with { Number = (byte)(together.Number - 1), Day = (short)day, KnownWeek = Math.Max(Known(day), (short)(together.KnownWeek + 1)), Version = 2 });
    }

    private void Episode(byte number, int day)
    {
        switch (random.Next(100))
        {
            case < 55:
                Add(HistoryKind.JobStarts, day, number);
                if (random.Next(10) < 8)
                    JobEnds(number, Math.Min(Days + 20, day + random.Next(30, 900)));
                break;
            case < 70:
                Add(HistoryKind.BenefitBegins, day, number);
                if (random.Next(3) > 0)
                    Add(random.Next(4) == 0 ? HistoryKind.BenefitSuspended : HistoryKind.BenefitEnds, Math.Min(Days, day + random.Next(30, 700)), number);
                break;
            case < 82:
                Add(HistoryKind.Admission, day, number);
                Add(HistoryKind.Discharge, Math.Min(Days, day + random.Next(0, 25)), number);
                break;
            case < 90:
                Add(HistoryKind.FileOpens, day, number);
                if (random.Next(2) == 0)
                    Add(HistoryKind.FileCloses, Math.Min(Days, day + random.Next(60, 800)), number);
                break;
            case < 99:
                Add(HistoryKind.Circumstance, day, number);
                break;
            default:
                Add(HistoryKind.Eviction, day, number);
                break;
        }
    }

    private void JobEnds(byte number, int day)
    {
        Add(HistoryKind.JobEnds, day, number);
        var end = life[^1];
        var later = end.KnownWeek + random.Next(1, 12);
        if (random.Next(12) == 0 && later < Days / 7)
            life.Add(end with { Kind = random.Next(2) == 0 ? HistoryKind.JobEnds : HistoryKind.JobEndsWasWrong, Day = (short)(day + random.Next(-20, 20)), KnownWeek = (short)later, Version = 2 });
    }

    private void Add(HistoryKind kind, int day, byte number) => life.Add(new HistoryEvent(kind, Known(day), (short)day, citizen, number, 1));

    /// <summary>Some days later; one in twenty months later. What happened before the first week comes with the first load.</summary>
    private short Known(int day) => (short)Math.Clamp((day + (random.Next(20) == 0 ? random.Next(40, 300) : random.Next(0, 15))) / 7, 0, Days / 7);
}
