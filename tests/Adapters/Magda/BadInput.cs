using System.Text;
using IntegrationHub.Adapters.Magda.Replies;
using IntegrationHub.Adapters.Sdk;
using static IntegrationHub.Adapters.Magda.Tests.Support.SmallReplies;

namespace IntegrationHub.Adapters.Magda.Tests;

public sealed class BadInput
{
    private readonly MagdaNormaliser normaliser = new(new InstanceContext("magda", "/", 20_000), new MagdaOptions());

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Gateway</body></html>")]
    [InlineData("not xml")]
    [InlineData("<a><b></a>")]
    [InlineData("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>")]
    [InlineData("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><x/></s:Body></s:Envelope>")]
    public void What_is_no_reply_is_rejected(string text)
    {
        var rejection = normaliser.Normalise(Record("GeefPersoon", text)).Rejections.ShouldHaveSingleItem();
        rejection.Expected.ShouldContain("found");
        rejection.ToDo.ShouldContain("URL");
    }

    [Fact]
    public void A_dtd_is_refused()
    {
        var xml = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + Reply("GeefPersoon", Person("<Naam>&e;</Naam>"));
        normaliser.Normalise(Record("GeefPersoon", xml)).Rejections.ShouldHaveSingleItem().Expected.ShouldContain("without a DTD");
    }

    [Fact]
    public void More_than_the_size_is_refused() =>
        normaliser.Normalise(Record("GeefPersoon", Reply("GeefPersoon", Person(new string(' ', 30_000))))).IsRejected.ShouldBeTrue();

    [Fact]
    public void Random_bytes_and_cut_replies_are_rejected_and_never_thrown()
    {
        var random = new Random(7);
        var whole = Encoding.UTF8.GetBytes(Reply("GeefWerkrelaties", Werkrelaties(Contract(end: "2026-01-01"))));
        for (var i = 0; i < 500; i++)
        {
            var bytes = whole[..random.Next(whole.Length)];
            if (i % 2 == 0)
                random.NextBytes(bytes);
            var record = Record("GeefWerkrelaties", "") with { Raw = bytes };
            normaliser.Normalise(record).IsRejected.ShouldBeTrue();
        }
    }

    [Fact]
    public void No_rejection_repeats_a_number_or_a_name()
    {
        string[] contents =
        [
            Person("<Naam><Achternamen><Achternaam>Zeldzaam</Achternaam></Achternamen></Naam>", insz: Other), Person(insz: "Zeldzaam"),
            Error(Other), Error("Zeldzaam met spaties"), Error("30003", extra: $"<Omstandigheid>{Other}</Omstandigheid>"),
        ];
        foreach (var content in contents)
        {
            var result = normaliser.Normalise(Record("GeefPersoon", Reply("GeefPersoon", content)));
            var text = string.Join('\n', result.Rejections.Select(one => $"{one} {one.Code}"));
            text.ShouldNotBeEmpty();
            text.ShouldNotContain(Other);
            text.ShouldNotContain(Asked);
            text.ShouldNotContain("Zeldzaam");
        }
    }

    [Fact]
    public void A_soap_fault_is_rejected_with_its_code()
    {
        var xml = Envelope("<s:Fault><faultcode>s:Server</faultcode><faultstring>88631402204 broke</faultstring></s:Fault>");
        var rejection = normaliser.Normalise(Record("GeefPersoon", xml)).Rejections.ShouldHaveSingleItem();
        rejection.Code.ShouldBe("Server");
        rejection.ToString().ShouldNotContain(Asked);
    }

    [Fact]
    public void Neither_content_nor_error_is_rejected() => normaliser.Normalise(Record("GeefPersoon", Reply("GeefPersoon", ""))).IsRejected.ShouldBeTrue();

    [Theory]
    [InlineData("FOUT", "12345", true)]
    [InlineData("WAARSCHUWING", "12345", false)]
    [InlineData("INFORMATIE", "12345", false)]
    public void A_code_nobody_knows_is_judged_by_its_type(string type, string code, bool rejected) =>
        normaliser.Normalise(Record("GeefPersoon", Reply("GeefPersoon", Person() + Error(code, type)))).IsRejected.ShouldBe(rejected);

    [Fact]
    public void Every_code_of_the_table_does_what_the_table_says()
    {
        foreach (var (code, meaning) in MagdaCodes.Table)
        {
            var atAntwoord = normaliser.Normalise(Record("GeefPersoon", Reply("GeefPersoon", Error(code))));
            var atRepliek = normaliser.Normalise(Record("GeefPersoon", Reply("GeefPersoon", "", Error(code))));
            var rejects = meaning != CodeMeaning.NoData;
            atAntwoord.IsRejected.ShouldBe(rejects, code);
            atRepliek.IsRejected.ShouldBe(rejects, code);
            atAntwoord.Facts.ShouldBeEmpty();
            atAntwoord.Rejections.ShouldAllBe(one => one.Code == code && one.ToDo.Length > 0);
        }
    }
}
