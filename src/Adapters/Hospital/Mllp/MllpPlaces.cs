namespace IntegrationHub.Adapters.Hospital.Mllp;

/// <summary>
/// Who may be connected at once: so many of one address, so many in all. Who comes when there is no room takes the place of the oldest that proved nothing yet, so that nobody keeps others out by holding connections;
/// who proved itself keeps its place.
/// </summary>
internal sealed class MllpPlaces(int ofAll, int ofOneAddress)
{
    private readonly Lock gate = new();

    // In the order in which they came.
    private readonly List<MllpPlace> taken = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return taken.Count;
        }
    }

    /// <summary>Takes a place.</summary>
    /// <returns>Who must go for it, if anybody; and why there is no place, when there is none.</returns>
    public (MllpPlace? Lost, string? Refusal) Enter(MllpPlace place)
    {
        lock (gate)
        {
            var own = taken.FindAll(other => other.Address.Equals(place.Address));
            MllpPlace? lost = null;
            if (own.Count >= ofOneAddress)
            {
                lost = own.Find(other => !other.IsProven);
                if (lost is null)
                    return (null, $"{ofOneAddress} of its address are open, the most that mllp.maxPerAddress allows");
            }
            else if (taken.Count >= ofAll)
            {
                lost = taken.Find(other => !other.IsProven);
                if (lost is null)
                    return (null, $"{ofAll} are open, the most that mllp.maxConnections allows");
            }

            if (lost is not null)
                taken.Remove(lost);
            taken.Add(place);
            return (lost, null);
        }
    }

    /// <summary>Frees a place, if it was not lost before.</summary>
    public void Leave(MllpPlace place)
    {
        lock (gate)
            taken.Remove(place);
    }
}
