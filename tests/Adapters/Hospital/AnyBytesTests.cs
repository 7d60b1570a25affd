using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Adapters.Hospital.Tests.Support;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Tests;

public class AnyBytesTests
{
    private static readonly Support.Hospital Subject = new();

    private static readonly (string ContentType, byte[] Body)[] Good =
    [
        (MediaTypes.Hl7V2, Encoding.Latin1.GetBytes(new Adt("A03").ToString())),
        (MediaTypes.FhirJson, Sample.Read("encounter-bundle.json")),
        (MediaTypes.FhirXml, Encoding.UTF8.GetBytes(Fhir.FhirSamples.BundleXml)),
    ];

    [Fact]
    public void Any_bytes_end_accepted_or_rejected_and_never_thrown() =>
        Prop.ForAll(Gen.Elements(Good).Select(good => good.ContentType).ToArbitrary(), ArbMap.Default.ArbFor<byte[]>(), (contentType, bytes) => EndsWell(contentType, bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_good_body_with_bytes_changed_ends_accepted_or_rejected()
    {
        var changes = Gen.Choose(0, 100_000).Two().ListOf().Select(list => list.Select(pair => (At: pair.Item1, To: (byte)pair.Item2)).ToList());
        Prop.ForAll(Gen.Elements(Good).ToArbitrary(), changes.ToArbitrary(), (good, edits) =>
        {
            var body = good.Body.ToArray();
            foreach (var (at, to) in edits)
                body[at % body.Length] = to;
            return EndsWell(good.ContentType, body);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData("""{"resourceType":"Encounter","id":"\ud800","status":"\udfff"}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[1,null,"x",{"resource":[]},{"resource":{"resourceType":5}}]}""")]
    [InlineData("""{"resourceType":"Encounter","period":"x","class":[[]],"subject":{"reference":"#"},"contained":[7]}""")]
    [InlineData("[]")]
    [InlineData("")]
    public void Json_of_another_shape_ends_accepted_or_rejected(string json) => EndsWell(MediaTypes.FhirJson, Encoding.UTF8.GetBytes(json)).ShouldBeTrue();

    private static bool EndsWell(string contentType, byte[] body)
    {
        foreach (var record in Subject.Reader.Read(contentType, body))
        {
            var direct = Subject.Normaliser.Normalise(record);
            if (direct.IsRejected && direct.Rejections.Any(why => string.IsNullOrWhiteSpace(why.Expected)))
                return false;
        }

        Subject.Normaliser.Normalise(new SourceRecord { Id = "x", Kind = contentType, Raw = body });
        return true;
    }
}
