using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Benchmarks.Stages;

/// <summary>
/// What it costs to protect whom the records are about, by itself: pseudonyms, encryption, the legal gate and the audit log, on the normalised records of the input held in memory. Where the hub does it
/// inside a transaction that it needs anyway, it has a transaction of its own here: it never seems cheaper than it is.
/// </summary>
internal sealed class Protection(StageClock clock, HubServices hub, Source source, DateTimeOffset now)
{
    private const int Page = 2000;
    private const int EntriesASecond = 200;
    private readonly List<SourceRecord> read = [];
    private readonly List<NormalisedFact> facts = [];
    private readonly List<byte[]> contents = [];

    public async Task RunAsync(IReadOnlyList<DueDelivery> delivered)
    {
        await HoldAsync();
        Pseudonyms();
        await SealAsync(delivered.Count);
        await GateAsync(delivered);
        await AuditAsync(delivered);
    }

    /// <summary>Reads and normalises once, outside the clock.</summary>
    private async Task HoldAsync()
    {
        await foreach (var page in source.Instance.Pull!.PullAsync(null, CancellationToken.None))
        {
            foreach (var record in page.Records)
            {
                var content = new List<byte>(512);
                foreach (var fact in source.Instance.Normaliser!.Normalise(record).Facts)
                {
                    facts.Add(fact);
                    content.AddRange(Encoding.UTF8.GetBytes($"|{FactContract.NameOf(fact.Fact.GetType())}|{string.Join(',', DisclosedFields.All)}|{fact.Key}"));
                    content.AddRange(FactContract.Serialize(fact.Fact));
                    content.AddRange(SealedPerson.Write(fact.Citizen, fact.Person, DisclosedFields.All));
                    content.AddRange(new byte[Pseudonymiser.Size]);
                }

                read.Add(record);
                contents.Add([.. content]);
            }
        }
    }

    private void Pseudonyms()
    {
        var (hashes, keys) = (hub.Pseudonyms, hub.Keys.Citizens);
        clock.Repeat("pseudonyms: of INSZs", () => facts.ForEach(fact => keys.Raise(hashes.OfInsz(fact.Citizen), null, keys.Ids[^1])));
        clock.Repeat("pseudonyms: of record ids, as if all were personal", () => read.ForEach(record => hashes.OfRecordId(record.Id)));
        clock.Repeat("pseudonyms: of contents", () => contents.ForEach(content => hashes.OfContent(content)));
    }

    private async Task SealAsync(int deliveries)
    {
        var (vault, key) = (hub.Keys.Vault, hub.Keys.Vault.CurrentKeyId);
        var people = facts.ConvertAll(fact => SealedPerson.Write(fact.Citizen, fact.Person, DisclosedFields.All));
        clock.Repeat("encryption: what is sealed as JSON", () => facts.ForEach(fact => SealedPerson.Write(fact.Citizen, fact.Person, DisclosedFields.All)));
        clock.Repeat("encryption: seal", () => people.ForEach(person => vault.Seal(key, person)));
        var opened = people.Take(deliveries * Input.OcmwExports.RecordsOfCitizen).Select(person => vault.Seal(key, person)).ToList();
        clock.Repeat("encryption: open for a delivery", () => opened.ForEach(one => SealedPerson.Read(vault.Open(key, one))));
        await clock.MeasureAsync("encryption: which keys count, asked once a page", async () =>
        {
            for (var page = 0; page < read.Count; page += Page)
                await hub.Store.Keys.InUseAsync(CancellationToken.None);
            return true;
        });
    }

    private async Task GateAsync(IReadOnlyList<DueDelivery> delivered)
    {
        var (gate, content) = (hub.Gate, hub.Wiring.Value.Content);
        clock.Repeat("gate: what may be stored", () => facts.ForEach(fact =>
        {
            var contract = FactContract.NameOf(fact.Fact.GetType());
            var fields = gate.FieldsToStore(source.Id, contract, now) ?? DisclosedFields.None;
            gate.FieldsNamedBy(source.Id, contract, now);
            ContractFields.Minimised(fact.Fact, fields);
            SealedPerson.LeavesOut(fact.Person, fields);
        }));
        var known = new List<(DueDelivery Delivery, IReadOnlyList<OpenedFact> Facts)>();
        foreach (var delivery in delivered)
            known.Add((delivery, await hub.Store.Deliveries.OpenFactsAsync(delivery.Moment.Citizen, _ => true, CancellationToken.None)));
        clock.Repeat("gate: what may be delivered, signals made", () => known.ForEach(one =>
        {
            // Once as detection asks for a moment it found, once as delivery asks before it makes the signal.
            content.Refusal(one.Delivery, now);
            content.Refusal(one.Delivery, now);
            content.Build(one.Delivery, one.Facts, now);
        }));
    }

    private async Task AuditAsync(IReadOnlyList<DueDelivery> delivered)
    {
        while (await hub.Store.Audit.SealAsync(hub.AuditKeys, now, CancellationToken.None) > 0)
            continue;
        foreach (var second in delivered.Chunk(EntriesASecond))
        {
            await clock.MeasureAsync("audit: entries, a transaction each", async () =>
            {
                foreach (var delivery in second)
                    await hub.Store.Audit.AddAsync(Entry(delivery), CancellationToken.None);
                return true;
            });
            await clock.MeasureAsync("audit: seal", () => hub.Store.Audit.SealAsync(hub.AuditKeys, now, CancellationToken.None));
        }
    }

    private AuditEntry Entry(DueDelivery delivery) => new()
    {
        At = now,
        Kind = AuditKinds.Disclosed,
        Actor = AuditActors.Hub,
        Recipient = delivery.Recipient,
        Citizen = delivery.Moment.Citizen,
        SignalId = delivery.SignalId,
        DeliveryId = delivery.Id,
        Source = source.Id,
        Fields = [DisclosedFields.Insz, DisclosedFields.Name, DisclosedFields.Address, DisclosedFields.OccurredAt],
        Purpose = "proactive-help",
        Ground = "BENCHMARK 2026/001 (invented)",
    };
}
